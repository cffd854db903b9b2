/** What the stream tells neighbours: whose class changed, how many a class has, and what a school is asked. */
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { correctionAt } from './corrections/rows.ts';
import { registrationAt } from './registration/rows.ts';
import { parseClass, schoolClassAt } from './rows.ts';

/** Who came into another class, left or came back. A newcomer did not: nothing hangs on the person yet. */
export function classChanged(before: Item | undefined, after: Item | undefined) {
  const row = after ?? before;
  const isSame = before?.class === after?.class && before?.status === after?.status;
  if (!before || row?.sk !== 'V' || isSame) return undefined;
  const [, district = '', , volunteer = ''] = row.pk.split('#');
  return { district, volunteer };
}

/** The class whose line in its school's list of classes is this row. */
export function classSizeChanged(row: Item) {
  if (!row.sk.startsWith('C#')) return undefined;
  const [, district = ''] = row.pk.split('#');
  return { district, class: String(row.class) };
}

/** How many pupils a class has now, and its school. @throws for what no class can be called */
export async function readClassSize(tools: Tools, district: string, className: string) {
  const found = parseClass(className);
  if (!found) throw new Error('A class has an id that cannot be read');
  const [row] = await tools.store.get([schoolClassAt(district, found)]);
  return { school: found.school, size: Number(row?.size ?? 0) };
}

/** What a school answers once: who wants to join, and what is to be corrected. */
export type AskedKind = 'registration' | 'request';
const askedKinds: Readonly<Record<string, AskedKind>> = { REG: 'registration', ASK: 'request' };
const askedAt = { registration: registrationAt, request: correctionAt } as const;

/** The registration or the request that is this row. */
export function askedChanged(row: Item) {
  const kind = askedKinds[row.sk];
  if (kind === undefined) return undefined;
  const [, district = '', , id = ''] = row.pk.split('#');
  return { district, kind, id };
}

/** Who is asked, and whether the answer is still to come. */
export async function readAsked(tools: Tools, district: string, kind: AskedKind, id: string) {
  const [row] = await tools.store.get([askedAt[kind](district, id)]);
  return row && { school: String(row.school), isOpen: row.state === 'open' };
}
