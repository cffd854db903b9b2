/** What a unit has to look at, and the reason with which somebody who is not part of it closes it. */
import type { anomalies } from '../../shared/contracts/anomalies.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { staffNames } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { iso } from '../platform/instant.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from '../teams/index.ts';
import { type Anomaly, anomaliesOf, anomalyAt, anomalyKeys, anomalyOf } from './anomaly-rows.ts';

type ListRoute = (typeof anomalies)['GET /api/anomalies'];
type CloseRoute = (typeof anomalies)['POST /api/anomalies/{anomaly}/closure'];

export async function listAnomalies({ who, query }: Ask<ListRoute>, tools: Tools): Promise<Answer<ListRoute>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, anomaliesOf(who.district, query.unit, query.state), query);
  return { items: await show(tools, items.map(anomalyOf)), next };
}

export async function closeAnomaly(ask: Ask<CloseRoute>, tools: Tools): Promise<Answer<CloseRoute>> {
  const { who, params, body, now } = ask;
  const at = anomalyAt(who.district, params.anomaly);
  const [item] = await tools.store.get([at]);
  const known = item && anomalyOf(item);
  if (!known || !who.units.covers(who.post.unit, known.unit)) throw new Problem('not_found');
  if (known.staff.includes(who.person)) throw new Problem('second_person_needed');
  if (known.closedBy === undefined) {
    const reason = tools.vault.sealPersonal(context(known), body.reason);
    const set = { closedBy: who.account, closedAt: now, reason, ...anomalyKeys(known, 'closed', now) };
    const when = [['pk', 'present'] as const, ['closedBy', 'absent'] as const];
    await tools.store.transact(`close#${known.id}`, [{ ...at, update: { set }, when, or: 'change_decided' }]);
  }
  const [closed] = await tools.store.get([at]);
  const [shown] = closed ? await show(tools, [anomalyOf(closed)]) : [];
  if (!closed || !shown || anomalyOf(closed).closedBy !== who.account) throw new Problem('change_decided');
  return shown;
}

const context = ({ district, id }: Pick<Anomaly, 'district' | 'id'>) => `${district}|${id}|anomaly`;

async function show(tools: Tools, list: readonly Anomaly[]): Promise<Answer<CloseRoute>[]> {
  const [first] = list;
  if (!first) return [];
  const { district } = first;
  const people = list.flatMap(({ staff, closedBy }) => [...staff, ...(closedBy ? [closedBy] : [])]);
  const names = await staffNames(tools, district, people);
  const teams = await readTeams(tools, district, [...new Set(list.map(({ team }) => team))]);
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  return list.map(({ id, kind, at, team, day, shift, shiftName = '', percent, shifts, staff, ...closing }) => ({
    id,
    kind,
    at: iso(at),
    team,
    teamName: teamNames.get(team) ?? '',
    day,
    shift: shift ? { id: shift, name: shiftName } : undefined,
    percent,
    shifts,
    staff: staff.flatMap((one) => names.get(one) ?? []),
    closed: closed(tools, { ...closing, id }, names),
  }));
}

type Closing = Pick<Anomaly, 'district' | 'id' | 'closedBy' | 'closedAt' | 'reason'>;
function closed({ vault }: Tools, { district, id, closedBy, closedAt, reason }: Closing, names: Map<string, string>) {
  if (closedBy === undefined || closedAt === undefined || !reason) return undefined;
  const text = String(vault.openPersonal(context({ district, id }), reason));
  return { at: iso(closedAt), by: names.get(closedBy) ?? '', reason: text };
}
