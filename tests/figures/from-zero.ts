/** Every unit's sums counted from zero, from everything that is stored: what the streams' counting must come to. */
import { crowdName } from '../../functions/figures/crowd.ts';
import type { Item } from '../../functions/platform/store/port.ts';
import { grouped, rows, type Stored } from '../../scripts/audit/stored.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';

interface StoredRecord {
  readonly shift: string;
  readonly volunteer: string;
  readonly state: string;
  readonly minutes: number;
  readonly grade: string;
  readonly from: number;
  readonly approvedAt: number;
}
interface PoolEntry {
  readonly kind: string;
  readonly points: number;
  readonly debt: number;
  readonly effect: { readonly pool: string };
}
interface Redeemed {
  readonly state: string;
  readonly class: string;
  readonly item: string;
  readonly closedAt: number;
}
/** A registration or a request; the lines of lists that name it have no state. */
interface Asked {
  readonly school: string;
  readonly state?: string;
}
export type SumsByUnit = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function sumsFromZero(stored: Stored): SumsByUnit {
  const byUnit = new Map<string, Map<string, number>>();
  const add = (unit: string, name: string, number: number) => {
    const sums = byUnit.get(unit) ?? new Map<string, number>();
    byUnit.set(unit, sums);
    sums.set(name, (sums.get(name) ?? 0) + number);
  };
  for (const team of rows<{ unit: string }>(stored.Teams, 'TEAM')) add(team.unit, 'teams', 1);
  for (const { class: name, size } of rows<{ class: string; size: number }>(stored.Volunteers, 'C#')) {
    const [school = '', stage = ''] = name.split('-');
    add(school, 'volunteers', size);
    if (stage !== 'primary' && stage !== 'junior') add(school, 'consented', size);
  }
  for (const person of rows<{ school: string; class: string }>(stored.Volunteers, 'V')) addPerson(stored, person, add);
  for (const { sk, school, state } of [
    ...rows<Asked>(stored.Volunteers, 'REG'),
    ...rows<Asked>(stored.Volunteers, 'ASK'),
  ])
    if (state === 'open') add(school, sk === 'REG' ? 'asked#registration' : 'asked#request', 1);
  const records = grouped(rows<StoredRecord>(stored.Service, 'P#'), ({ shift }) => shift);
  for (const [shift, list] of records) {
    const head = stored.Service.get(`S#${shift} HEAD`);
    if (head) addShift(head, list, add);
  }
  for (const { unit, decidedAt } of rows<{ unit: string; decidedAt?: number }>(stored.Service, 'O#'))
    if (decidedAt === undefined) add(unit, 'objected', 1);
  addPoints(stored, add);
  for (const { unit, quantity } of rows<{ unit: string; quantity: number }>(stored.Rewards, 'ST#'))
    if (quantity > 0) add(unit, 'stocked', 1);
  for (const redemption of rows<Redeemed>(stored.Rewards, 'R#')) addRedemption(stored, redemption, add);
  for (const { kind, points, debt, effect } of rows<PoolEntry>(stored.Ledger, 'E#'))
    if (['surplus', 'donate', 'goodwill'].includes(kind)) add(effect.pool, `pool#${kind}`, debt - points);
  return withoutZeros(byUnit);
}

/** Every entry of every wallet, in the school that its owner is in now. */
function addPoints(stored: Stored, add: Add): void {
  const schools = new Map(
    rows<{ school: string }>(stored.Volunteers, 'V').map(({ pk, sk, school }) => [
      sk === 'V' ? ownerOf(pk) : '',
      school,
    ]),
  );
  for (const { pk, kind, points, at } of rows<PoolEntry & { at: number }>(stored.Ledger, 'E#')) {
    const school = schools.get(ownerOf(pk));
    if (school === undefined) continue;
    const month = `${school}@${shanghaiDay(at).slice(0, 7)}`;
    add(month, `points#${kind}`, points);
    const way = ways.find(([, kinds]) => kinds.includes(kind))?.[0];
    if (way) add(month, crowdName(way, ownerOf(pk)), 1);
    add(school, 'points', points);
  }
}
const ways: readonly (readonly [way: string, kinds: readonly string[]])[] = [
  ['issued', ['service', 'bonus', 'correct', 'adjust', 'waive']],
  ['spent', ['redeem', 'return']],
  ['expired', ['expire']],
  ['pool', ['donate', 'surplus', 'goodwill']],
];
const ownerOf = (pk: string) => pk.slice(pk.lastIndexOf('#') + 1);

function addRedemption(stored: Stored, { pk, state, class: name, item, closedAt }: Item & Redeemed, add: Add): void {
  if (state !== 'handed_over') return;
  const kind = stored.Rewards.get(`I#${item} ITEM`)?.kind;
  const month = `${name.split('-')[0]}@${shanghaiDay(closedAt).slice(0, 7)}`;
  add(month, `redeemed#${kind}`, 1);
  add(month, crowdName(String(kind), ownerOf(pk)), 1);
}

type Add = (unit: string, name: string, number: number) => void;

/** Who has left, or was merged into another registration, is counted no more. */
function addPerson(stored: Stored, person: Item & { school: string; class: string }, add: Add): void {
  if (person.status === 'left' || person.status === 'merged') return;
  const id = person.pk.slice(person.pk.lastIndexOf('#') + 1);
  const stage = person.class.split('-')[1] ?? '';
  const minutesByStage = stored.Ledger.get(`W#${id} BAL`)?.minutesByStage as Record<string, number> | undefined;
  const hours = Math.floor((minutesByStage?.[stage] ?? 0) / 60);
  if (stored.Access.get(`U#${id} ACCOUNT`)?.secret !== undefined) add(person.school, 'online', 1);
  const said = [person.consent, person.own].filter((one) => one !== undefined) as { withdrawnOn?: string }[];
  const isNotAsked = stage !== 'primary' && stage !== 'junior';
  if (said.some(({ withdrawnOn }) => withdrawnOn !== undefined)) add(person.school, 'consented', isNotAsked ? -1 : 0);
  else if (said.length > 0 && !isNotAsked) add(person.school, 'consented', 1);
  const held = stored.Rewards.get(`W#${id} STARS`)?.held as Record<string, number> | undefined;
  if (hours > 0) add(person.school, `hours#${stage}#${hours}#${held?.[stage] ?? 0}`, 1);
}

function addShift({ unit, team, deadline, peopleServed = 0 }: Item, records: readonly StoredRecord[], add: Add): void {
  const to = (name: string, number: number) => add(String(unit), name, number);
  const inState = (...states: string[]) => records.filter(({ state }) => states.includes(state));
  if (inState('recorded', 'confirmed').length > 0) to(`due#${deadline}`, 1);
  for (const { state } of inState('recorded', 'confirmed', 'published', 'objected')) to(state, 1);
  const final = [...inState('final'), ...inState('corrected').filter(({ minutes }) => minutes > 0)];
  if (final.length > 0) to('sessions', 1);
  for (const { volunteer, minutes, grade, from, approvedAt } of final) {
    const month = shanghaiDay(from).slice(0, 7);
    to('minutes', minutes);
    to(`minutes#${month}`, minutes);
    to(`records#${month}`, 1);
    to(`team#${team}`, minutes);
    to(`grade#${grade}`, 1);
    const time = shanghaiDay(approvedAt) > String(deadline) ? 'late' : 'timely';
    add(`${unit}@${month}`, crowdName(`${grade}-${time}`, volunteer), 1);
    for (const owner of [unit, team]) {
      const monthly = `${owner}@${month}`;
      add(monthly, 'minutes', minutes);
      add(monthly, 'records', 1);
      add(monthly, `grade#${grade}`, 1);
      if (time === 'late') add(monthly, 'late', 1);
    }
  }
  const [first] = final.map(({ from }) => shanghaiDay(from).slice(0, 7)).sort();
  if (first !== undefined) to('people', Number(peopleServed));
  for (const owner of first === undefined ? [] : [unit, team]) {
    add(`${owner}@${first}`, 'sessions', 1);
    add(`${owner}@${first}`, 'people', Number(peopleServed));
  }
}

/** The sums that the streams have counted. */
export function sumsStored({ Figures }: Stored): SumsByUnit {
  const places = ['SUMS', 'M#'].flatMap((kind) => rows<{ sums: Record<string, number> }>(Figures, kind));
  const nameOf = ({ pk, sk }: Item) => ownerOf(pk) + sk.replace('SUMS', '').replace('M#', '@');
  return withoutZeros(new Map(places.map((row) => [nameOf(row), new Map(Object.entries(row.sums))])));
}

function withoutZeros(byUnit: SumsByUnit): SumsByUnit {
  const kept = [...byUnit].map(
    ([unit, sums]) => [unit, new Map([...sums].filter(([, number]) => number !== 0).sort())] as const,
  );
  return new Map(kept.filter(([, sums]) => sums.size > 0).sort());
}

/** One line for each sum, to compare and to show. */
export const linesOf = (byUnit: SumsByUnit): string[] =>
  [...byUnit].flatMap(([unit, sums]) => [...sums].map(([name, number]) => `${unit} ${name} ${number}`)).sort();
