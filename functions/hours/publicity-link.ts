/** A school's signed link to its public list: who has it may object without an account, until it expires. */
import type { objections } from '../../shared/contracts/objections.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';

type Route = (typeof objections)['GET /api/publicity-link'];
interface School {
  readonly district: string;
  readonly unit: string;
}

/** A poster with the link stays up for a month. */
const linkDays = 30;
const purpose = 'publicity-link';
const signed = ({ district, unit }: School, until: string) => `${district}|${unit}|${until}`;

export async function showPublicityLink({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const unit = who.units.get(query.unit);
  if (!unit || !who.units.covers(who.post.unit, unit.id) || unit.code === undefined) throw new Problem('not_found');
  const until = addDays(shanghaiDay(now), linkDays);
  const link = `${until}.${tools.vault.sign(purpose, signed({ district: who.district, unit: unit.id }, until))}`;
  return { school: unit.code, link, until };
}

export function mayOpenLink(tools: Tools, school: School, link: string, now: number): boolean {
  const [until = '', signature = ''] = link.split('.');
  return tools.vault.verify(purpose, signed(school, until), signature) && shanghaiDay(now) <= until;
}

/** Names a person on the public list of one shift, and nobody anywhere else. */
export const personRef = ({ vault }: Tools, shift: string, volunteer: string) =>
  vault.sign('publicity-person', `${shift}|${volunteer}`);
