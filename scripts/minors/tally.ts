/** Counts openings of people's files and lists, and the state of consents, from what is stored. Nothing is unsealed. */
import type { Opening } from '../../functions/platform/audit/openings.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { scanTable } from '../district/pages-of.ts';

type Row = (string | number)[];
const columns = ['区', '类别', '单位', '账户', '身份', '操作', '次数', '首次', '最近'];

interface Tally {
  count: number;
  first: string;
  last: string;
}

/** @param year a calendar year in Shanghai. @returns a table with its header; ids, no names */
export async function tallyMinors(store: Store, year: number): Promise<Row[]> {
  const openings = new Map<string, Tally>();
  for await (const item of scanTable(store, 'Audit')) {
    const [, district = '', , actor = ''] = item.pk.split('#');
    const { route, role, unit, at } = item as unknown as Opening;
    const day = typeof at === 'number' ? shanghaiDay(at) : '';
    if (!day.startsWith(String(year)) || route === undefined) continue;
    note(openings, [district, 'opened', unit, actor, role, route].join('|'), day);
  }
  const consents = new Map<string, Tally>();
  for await (const item of scanTable(store, 'Volunteers')) {
    if (item.sk !== 'V') continue;
    const [, district = ''] = item.pk.split('#');
    note(consents, [district, 'consent', String(item.school), '', '', stateOf(item)].join('|'), '');
  }
  return [columns, ...lines(openings, '查阅'), ...lines(consents, '同意书')];
}

function note(tallies: Map<string, Tally>, name: string, day: string): void {
  const known = tallies.get(name);
  if (!known) tallies.set(name, { count: 1, first: day, last: day });
  else {
    known.count++;
    known.first = day < known.first ? day : known.first;
    known.last = day > known.last ? day : known.last;
  }
}

/** The guardian's last word, whoever's own word came after it. */
function stateOf({ consent, own, status }: Readonly<Record<string, unknown>>): string {
  if (status === 'left') return '已离校';
  const word = (own ?? consent) as { readonly withdrawnOn?: string; readonly scopes?: unknown } | undefined;
  if (!word) return '没有同意书';
  if (word.withdrawnOn !== undefined) return '已撤回';
  return word.scopes === undefined ? '已同意' : '已同意（部分）';
}

const lines = (tallies: ReadonlyMap<string, Tally>, kind: string): Row[] =>
  [...tallies]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { count, first, last }]) => {
      const [district = '', , unit = '', actor = '', role = '', what = ''] = name.split('|');
      return [district, kind, unit, actor, role, what, count, first, last];
    });
