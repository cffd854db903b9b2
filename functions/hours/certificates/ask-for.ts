/**
 * Somebody asks for a certificate: the person, a guardian, or the school for them. Only final hours of the one unit
 * that recorded them are on it; nothing is frozen before that unit has looked.
 */
import type { certificates } from '../../../shared/contracts/certificates.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { readSettings } from '../../district/index.ts';
import type { Ask } from '../../platform/ask.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { subjectOf, type Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import { readAll } from '../../platform/store/read-all.ts';
import type { Tools } from '../../platform/tools.ts';
import { isCovered, readPeople } from '../../volunteers/index.ts';
import { finalRecordsOf, linesFor, linesMax, minutesOf } from './lines.ts';
import { mustBeInScope, readCertificate } from './read.ts';
import { askingWrite, type Certificate, certificateOf, certificatesOf, waitingWrite } from './rows.ts';
import { showCertificate } from './show.ts';

type Routes = typeof certificates;
type MyIssuers = Routes['GET /api/me/certificates/issuers'];
type Issuers = Routes['GET /api/volunteers/{volunteer}/certificates/issuers'];
type Asked = Pick<Certificate, 'unit' | 'from' | 'to'>;

export const listMyIssuers = ({ who, query }: Ask<MyIssuers>, tools: Tools): Promise<Answer<MyIssuers>> =>
  issuersFor(tools, who, subjectOf(who), query);

export async function listIssuers({ who, params, query, now }: Ask<Issuers>, tools: Tools): Promise<Answer<Issuers>> {
  await mustBeInScope(tools, who, params.volunteer, now);
  return issuersFor(tools, who, params.volunteer, query);
}

async function issuersFor(tools: Tools, { district, units }: Who, volunteer: string, period: Omit<Asked, 'unit'>) {
  const byUnit = Map.groupBy(await finalRecordsOf(tools, district, volunteer, period), ({ unit }) => unit);
  const items = [...byUnit].map(([unit, records]) => ({
    unit,
    unitName: units.get(unit)?.name ?? '',
    minutes: minutesOf(records),
    services: records.length,
  }));
  return { items: items.sort((one, other) => other.minutes - one.minutes) };
}

export const askForMine: GuardedStory<Routes['POST /api/me/certificates']> = {
  plan: ({ who, body, now }, tools) => plan(tools, who, subjectOf(who), body, now),
  show: async ({ who }, tools, id) =>
    showCertificate(tools, who, await readCertificate(tools, who.district, subjectOf(who), id)),
};

export const askFor: GuardedStory<Routes['POST /api/volunteers/{volunteer}/certificates']> = {
  async plan({ who, params, body, now }, tools) {
    await mustBeInScope(tools, who, params.volunteer, now);
    const [[person], settings] = await Promise.all([
      readPeople(tools, who.district, [params.volunteer]),
      readSettings(tools, who.district, shanghaiDay(now)),
    ]);
    if (!person || !isCovered(person, shanghaiDay(now), settings)) throw new Problem('consent_missing');
    return plan(tools, who, params.volunteer, body, now);
  },
  show: async ({ who, params }, tools, id) =>
    showCertificate(tools, who, await readCertificate(tools, who.district, params.volunteer, id)),
};

async function plan(tools: Tools, who: Who, volunteer: string, { unit, from, to }: Asked, now: number) {
  const { district, account, post } = who;
  const wanted = { district, volunteer, unit, from, to };
  const [lines, before] = await Promise.all([
    linesFor(tools, wanted),
    readAll(tools.store, certificatesOf(district, volunteer)),
  ]);
  if (lines.length === 0) throw new Problem('certificate_empty');
  if (lines.length > linesMax) throw new Problem('certificate_too_long');
  const isWaiting = (one: Certificate) => one.state === 'asked' && one.unit === unit;
  if (before.map(certificateOf).some(isWaiting)) throw new Problem('certificate_waiting');
  const asked: Certificate = {
    ...wanted,
    id: tools.newId(now),
    state: 'asked',
    minutes: minutesOf(lines),
    services: lines.length,
    askedBy: account,
    byStaff: post.role !== 'volunteer' && post.role !== 'guardian',
    askedAt: now,
  };
  return { result: asked.id, writes: [askingWrite(asked), waitingWrite(asked)] };
}
