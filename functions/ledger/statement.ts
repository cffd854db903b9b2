/**
 * My statement as a table: what there was, every movement, and what there is in the end. Opening and movements add up
 * to the closing line, for points, debt and minutes.
 */
import type { EntryKind, ledger } from '../../shared/contracts/ledger.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { csvText } from '../../shared/rules/csv.ts';
import type { Ask } from '../platform/ask.ts';
import { workbookOf, workbookType } from '../platform/files/workbook.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { minuteText } from '../platform/instant.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { type Entry, entriesOf } from './rows.ts';

type Route = (typeof ledger)['GET /api/me/statement'];

const columns = ['编号', '时间', '事项', '说明', '积分', '待补足', '时长（分钟）', '校验值'];
const kinds: Readonly<Record<EntryKind, string>> = {
  service: '志愿服务',
  bonus: '优秀服务加分',
  redeem: '兑换',
  return: '兑换退回',
  expire: '积分过期',
  correct: '更正服务时长',
  surplus: '超出上限，归公共积分池',
  donate: '捐给公共积分池',
  adjust: '调整',
  waive: '核销待补足的积分',
  merge: '合并登记',
  goodwill: '活动临时取消的心意积分，出自公共积分池',
};

export async function downloadStatement({ who, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const all = await readAll(tools.store, { ...entriesOf(who.district, subjectOf(who)), descending: false });
  const rows = statementRows(all as unknown as Entry[], query);
  if (query.as === 'csv') return new File([csvText(rows)], 'statement.csv', { type: 'text/csv' });
  return new File([await workbookOf('对账单', rows)], 'statement.xlsx', { type: workbookType });
}

interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** @param entries of one wallet, the first one first; a period counts Shanghai days, both ends included */
export function statementRows(entries: readonly Entry[], { from = '', to = '9999-12-31' }: Period) {
  const before = entries.filter(({ at }) => shanghaiDay(at) < from).at(-1);
  const during = entries.filter(({ at }) => shanghaiDay(at) >= from && shanghaiDay(at) <= to);
  const last = during.at(-1) ?? before;
  return [
    columns,
    ['', '', '期初', '', ...standing(before), before?.hash ?? ''],
    ...during.map(line),
    ['', '', '期末', '', ...standing(last), last?.hash ?? ''],
  ];
}

const standing = (entry: Entry | undefined) => [
  entry?.pointsAfter ?? 0,
  entry?.debtAfter ?? 0,
  entry?.minutesAfter ?? 0,
];

const line = ({ seq, at, kind, effect, points, debt, minutes, hash }: Entry): (string | number)[] => [
  seq,
  minuteText(at),
  kinds[kind],
  typeof effect.name === 'string' ? effect.name : '',
  points,
  debt,
  minutes,
  hash,
];
