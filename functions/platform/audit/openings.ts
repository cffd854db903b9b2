/**
 * The log of who opened whose file or which list. A row is written before the answer leaves: what could not be logged
 * is not shown. Pupils and guardians, who see only their own, leave none; a visitor who looks up a door does.
 */
import type { Route } from '../../../shared/contracts/route.ts';
import type { Role } from '../../../shared/roles.ts';
import { scopeOf } from '../../../shared/roles.ts';
import { monthOf, shanghaiDay } from '../../../shared/rules/calendar.ts';
import { dayMs } from '../../../shared/rules/durations.ts';
import type { Ask } from '../ask.ts';
import type { Who } from '../identity/who.ts';
import type { Item, Query, Write } from '../store/port.ts';
import type { Tools } from '../tools.ts';

/** Access logs are kept for three years. */
const keptMs = 3 * 366 * dayMs;

const subjectPk = (district: string, about: string) => `T#${district}#SUBJ#${about}`;

interface Opened {
  readonly name: string;
  readonly opens: NonNullable<Route['opens']>;
}

export async function noteOpening(tools: Tools, { name, opens }: Opened, who: Who, { params, query, now }: Ask) {
  if (scopeOf[who.post.role] === 'person' && opens !== 'address') return;
  const about = aboutWhom({ ...(query as object), ...(params as object) }) ?? who.post.scope;
  const write = openingWrite(tools, name, who, about, now);
  await tools.store.transact(`OPEN#${write.key.sk}`, [write]);
}

/** The row that says who did what with whose data, for a story that writes it together with what it does. */
export function openingWrite(tools: Tools, route: string, who: Who, about: string, now: number): Write {
  const sk = `${new Date(now).toISOString()}#${tools.newId(now)}`;
  const pk = `T#${who.district}#A#${who.person}#${monthOf(shanghaiDay(now))}`;
  const index = { bySubjectPk: subjectPk(who.district, about), bySubjectSk: sk };
  const row = { v: 1, route, role: who.post.role, unit: who.post.unit, at: now, ttl: Math.ceil((now + keptMs) / 1000) };
  return { table: 'Audit', key: { pk, sk }, put: { ...row, ...index } };
}

/** The person, or the smallest group that the request names. */
function aboutWhom(named: Readonly<Partial<Record<string, string>>>): string | undefined {
  return named.volunteer ?? named.order ?? named.class ?? named.shift ?? named.team ?? named.unit;
}

/** Openings of one person's file, or of one list, the latest first. */
export const openingsOf = (district: string, about: string): Omit<Query, 'limit' | 'after'> => ({
  table: 'Audit',
  index: 'bySubject',
  pk: subjectPk(district, about),
  descending: true,
});

export interface Opening {
  readonly route: string;
  readonly role: Role;
  readonly unit: string;
  readonly at: number;
}
export const openingOf = (item: Item): Opening => item as unknown as Opening;
