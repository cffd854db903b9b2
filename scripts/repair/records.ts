/**
 * Service records as the entries say: one that was posted is final, one whose posting is lost is published again and
 * posted by the clock under the same name. Then each person's months hold exactly the times that are taken.
 */
import { settingsOn } from '../../functions/district/index.ts';
import { headAt, recordAt } from '../../functions/hours/rows.ts';
import { shiftDueKeys } from '../../functions/hours/schedule.ts';
import type { Attributes, Item, Write } from '../../functions/platform/store/port.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { bonusFor } from '../../shared/rules/points.ts';
import { recordsIn, type ServiceRecord } from '../audit/hours.ts';
import { heirIn } from '../audit/merges.ts';
import { grouped, type Stored } from '../audit/stored.ts';
import { repairBonuses } from './bonuses.ts';
import { type Remedy, together } from './case.ts';
import type { Entry } from './fragments.ts';
import { repairMonths } from './months.ts';

type Row = ServiceRecord & Item & { readonly finalAt?: number };
interface Posted {
  readonly shift: string;
  readonly volunteer: string;
  readonly rev: number;
  readonly change?: string;
  readonly proposedBy?: string;
}

export function repairRecords(district: string, stored: Stored, entries: readonly Entry[], now: number): Remedy {
  const postings = entries.filter(({ kind }) => kind === 'service' || kind === 'bonus' || kind === 'correct');
  const nameOf = ({ shift, volunteer }: Pick<Posted, 'shift' | 'volunteer'>) => `${shift} ${volunteer}`;
  const byRecord = grouped(postings, ({ effect }) => nameOf(effect as unknown as Posted));
  const records = new Map(recordsIn(stored).map((record) => [nameOf(record), record as Row]));
  const lost = [...byRecord.keys()].filter((name) => !records.has(name));
  return together([
    {
      writes: [],
      cases: lost.map((name) => ({ about: aboutLost(name, byRecord), says: `record ${name}: posted, and lost` })),
    },
    ...[...records].map(([name, record]) => follow(district, stored, record, byRecord.get(name) ?? [], now)),
    repairMarks(district, stored, [...records.values()], now),
    { writes: [...repairLists(stored)], cases: [] },
    repairMonths(district, stored),
    repairBonuses(district, stored),
  ]);
}

/** The wallet is another's where the registration has been merged into it. */
const aboutLost = (name: string, byRecord: ReadonlyMap<string, readonly Entry[]>) => [
  ...name.split(' '),
  ...(byRecord.get(name) ?? []).map(({ wallet }) => wallet),
];

function follow(district: string, stored: Stored, record: Row, postings: readonly Entry[], now: number): Remedy {
  const { shift, volunteer, state, rev, minutes } = record;
  const of = (kind: Entry['kind']) => postings.filter((entry) => entry.kind === kind);
  const [service, ...twice] = of('service');
  const corrections = of('correct').sort((one, other) => one.seq - other.seq);
  const name = `record ${shift} ${volunteer}`;
  const wallets = [volunteer, heirIn(stored)(volunteer), ...postings.map(({ wallet }) => wallet)];
  const about = [`${shift} ${volunteer}`, ...wallets];
  const review = (says: string): Remedy => ({
    writes: [],
    cases: [{ about, says: `${name}: ${says}` }],
  });
  const [beyond] = of('bonus');
  const bonus = beyond && beyond.points - beyond.debt;
  if (twice.length > 0) return review(`posted ${twice.length + 1} times`);
  const posted = service && (service.effect as unknown as Posted);
  const final = { state: 'final', rev: rev + 1 };
  if (state === 'published' && posted?.rev === rev)
    return {
      writes: [setRecord(district, record, { ...final, finalAt: service?.at ?? now, ...(bonus && { bonus }) })],
      cases: [],
    };
  if (state === 'final' && !service && minutes > 0) return publishAgain(district, record, about);
  if (service && !['final', 'corrected'].includes(state)) return review(`${state}, and posted`);
  if (state === 'final' && bonus !== record.bonus) return followBonus(district, record, bonus);
  const next = corrections.find((entry) => (entry.effect as unknown as Posted).rev === rev);
  if (service && next) return correct(district, stored, record, next);
  if (state === 'corrected' && (!service || corrections.length === 0))
    return review('corrected, and an entry of it is lost');
  if (state === 'final' && corrections.length > 0) return review('final, and corrected by an entry that does not fit');
  return { writes: [], cases: [] };
}

/** What approval froze is still there: the clock posts it, under the name that the lost entry had. */
function publishAgain(district: string, record: Row, about: readonly string[]): Remedy {
  const { shift, volunteer, rev } = record;
  const write: Write = {
    ...recordAt(district, shift, volunteer),
    update: { set: { state: 'published', rev: rev - 1 }, remove: ['finalAt', 'bonus'] },
  };
  const says = `record ${shift} ${volunteer}: its posting is lost, the clock posts it again`;
  return { writes: [write], cases: [{ about, says }] };
}

/** A bonus whose entry is lost is not given again: the clock posts it with its service only. */
function followBonus(district: string, record: Row, bonus: number | undefined): Remedy {
  const { shift, volunteer } = record;
  if (bonus !== undefined) return { writes: [setRecord(district, record, { bonus })], cases: [] };
  const write: Write = { ...recordAt(district, shift, volunteer), update: { remove: ['bonus'] } };
  const says = `record ${shift} ${volunteer}: its bonus of ${record.bonus} points is lost`;
  return { writes: [write], cases: [{ about: [`${shift} ${volunteer}`, volunteer], says }] };
}

/** Points and the bonus beside them share what a correction leaves, as they did when it was decided. */
function shared(left: number, { bonus = 0, from }: Row, { District }: Stored) {
  const settings = settingsOn(District.get('D RULES'), shanghaiDay(from));
  const bonusOf = (points: number) => Math.min(bonus, bonusFor(points, 0, settings));
  let points = left;
  while (points > 0 && points + bonusOf(points) > left) points--;
  return { points, bonus: left - points };
}

function correct(district: string, stored: Stored, record: Row, entry: Entry): Remedy {
  const { minutes, points = 0, bonus = 0, rev, computed = [], from } = record;
  const { change = '', proposedBy = '' } = entry.effect as unknown as Posted;
  const reason = String(stored.Changes.get(`CH#${change} CH`)?.reason ?? '');
  const left = minutes + entry.minutes;
  const after = shared(points + bonus + entry.points - entry.debt, record, stored);
  const set = {
    ...{ state: 'corrected', rev: rev + 1, minutes: left, points: after.points },
    ...(record.bonus !== undefined && { bonus: after.bonus }),
    correction: {
      change,
      reason,
      proposedBy,
      by: entry.by,
      at: entry.at,
      minutesBefore: minutes,
      pointsBefore: points,
    },
    computed: [...computed.map((line) => ({ ...line })), { step: 'corrected', minutes: entry.minutes }],
    ...(left > 0 && { to: Math.min(record.to, from + left * 60_000) }),
  };
  return { writes: [setRecord(district, record, set)], cases: [] };
}

const setRecord = (district: string, { shift, volunteer }: ServiceRecord, set: Attributes): Write => ({
  ...recordAt(district, shift, volunteer),
  update: { set },
});

/** The clock finds a shift by its mark, and does not look back: one that has something published has a mark ahead. */
function repairMarks(district: string, stored: Stored, records: readonly Row[], now: number): Remedy {
  const remedies = [...grouped(records, ({ shift }) => shift)].map(([shift, all]): Remedy => {
    const head = stored.Service.get(`S#${shift} HEAD`);
    if (!head)
      return {
        writes: [],
        cases: [{ about: [shift], says: `shift ${shift}: its row is lost, its records are there` }],
      };
    const dues = all.filter(({ state }) => state === 'published').map(({ dueAt = now }) => dueAt);
    const next = Math.max(now, Math.min(...dues));
    const mark = Number(head.dueAt ?? 0);
    if (dues.length === 0 || (now <= mark && mark <= next)) return { writes: [], cases: [] };
    const isDue = next === now;
    const says = `shift ${shift}: what is due in it is made final by the clock`;
    return { writes: [markWrite(district, shift, next)], cases: isDue ? [{ about: [shift], says }] : [] };
  });
  return together(remedies);
}

/** A shift knows the public lists there are of it, so that those that hold nobody any more are emptied. */
function* repairLists({ Service }: Stored): Iterable<Write> {
  const holdsAnybody = ({ people, classes }: Item) => [people, classes].some((list) => Object(list).length > 0);
  const lists = [...Service.values()].filter((row) => row.pk.includes('#PUB#') && holdsAnybody(row));
  for (const [shift, rows] of grouped(lists, ({ sk }) => sk.slice(sk.lastIndexOf('#') + 1))) {
    const head = Service.get(`S#${shift} HEAD`);
    const known = (head?.listed ?? []) as readonly number[];
    const listed = [...new Set([...known, ...rows.map(({ until }) => Number(until))])].sort();
    if (head && listed.length > known.length)
      yield { table: 'Service', key: { pk: head.pk, sk: head.sk }, update: { set: { listed } } };
  }
}

const markWrite = (district: string, shift: string, at: number): Write => ({
  ...headAt(district, shift),
  update: { set: { ...shiftDueKeys(district, shift, at), markedAt: at }, add: { marks: 1 } },
});
