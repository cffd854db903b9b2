/**
 * The log of who opened whose file or which list. A row is written before the answer leaves: what could not be logged
 * is not shown. Pupils and guardians, who see only their own, leave none.
 */
import type { Role } from '../../../shared/roles.ts';
import { scopeOf } from '../../../shared/roles.ts';
import { monthOf, shanghaiDay } from '../../../shared/rules/calendar.ts';
import type { Ask } from '../ask.ts';
import type { Who } from '../identity/who.ts';
import type { Item, Query } from '../store/port.ts';
import type { Tools } from '../tools.ts';

/** Access logs are kept for three years. */
const keptMs = 3 * 366 * 24 * 3_600_000;

const subjectPk = (district: string, about: string) => `T#${district}#SUBJ#${about}`;

export async function noteOpening(tools: Tools, route: string, who: Who, { params, query, now }: Ask): Promise<void> {
  if (scopeOf[who.post.role] === 'person') return;
  const about = aboutWhom({ ...(query as object), ...(params as object) }) ?? who.post.scope;
  const sk = `${new Date(now).toISOString()}#${tools.newId(now)}`;
  const pk = `T#${who.district}#A#${who.person}#${monthOf(shanghaiDay(now))}`;
  const index = { bySubjectPk: subjectPk(who.district, about), bySubjectSk: sk };
  const row = { v: 1, route, role: who.post.role, unit: who.post.unit, at: now, ttl: Math.ceil((now + keptMs) / 1000) };
  await tools.store.transact(`OPEN#${sk}`, [{ table: 'Audit', key: { pk, sk }, put: { ...row, ...index } }]);
}

/** The person, or the smallest group that the request names. */
function aboutWhom(named: Readonly<Partial<Record<string, string>>>): string | undefined {
  return named.volunteer ?? named.class ?? named.shift ?? named.team ?? named.unit;
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
