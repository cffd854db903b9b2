/** GET /api/me/statement: opening, movements and closing add up, whatever happened. */
import fc from 'fast-check';
import { streamXlsxRows } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Movement } from '../../functions/ledger/index.ts';
import { post } from '../../functions/ledger/post.ts';
import { type Entry, emptyBalance } from '../../functions/ledger/rows.ts';
import { statementRows } from '../../functions/ledger/statement.ts';
import { workbookOf } from '../../functions/platform/files/workbook.ts';
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import { csvText } from '../../shared/rules/csv.ts';
import { earn } from '../rewards/shop.ts';
import { openDistrict, welcome } from '../teams/school.ts';

const start = Date.parse('2026-03-02T02:00:00Z');
const dayMs = 86_400_000;

const kinds = ['service', 'redeem', 'correct', 'donate', 'adjust', 'waive'] as const;
const event = fc.record({
  kind: fc.constantFrom(...kinds),
  points: fc.integer({ min: 1, max: 60 }),
  days: fc.integer({ min: 0, max: 200 }),
  pool: fc.constant('u'),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

function movementOf({ kind, points }: Event, index: number, minutes: number): Movement {
  const isEarned = kind === 'service';
  const count = isEarned ? points * 6 : -Math.min(minutes, points * 6);
  const isMoving = isEarned || kind === 'correct';
  return {
    tx: `t${index}`,
    kind,
    points: kind === 'waive' ? 0 : isEarned ? points : -points,
    expiry: '20270831',
    ...(isMoving && { minutes: { count, stage: 'junior', schoolYear: 2025 } }),
    ...(isEarned && { repaidPercent: 50, cap: { pointsMax: 100, pool: 'u' } }),
    reference: 'r',
    effect: { pool: 'u' },
  };
}

function play(events: readonly Event[]): Entry[] {
  const entries: Entry[] = [];
  let balance = emptyBalance;
  let now = start;
  events.forEach((one, index) => {
    now += one.days * dayMs;
    const posting = { district: 'd', wallet: 'w', by: 'b', now, returnedDaysMin: 30 };
    const posted = post(balance, [movementOf(one, index, balance.minutes)], posting);
    if (!posted) return;
    entries.push(...posted.entries);
    balance = posted.after;
  });
  return entries;
}

const numbersOf = (row: readonly (string | number)[]) => row.slice(4, 7).map(Number);
const sums = (rows: readonly (readonly number[])[]) =>
  [0, 1, 2].map((at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));

describe('a statement', () => {
  test('adds up for any history and any period: opening and movements make the closing line', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 25 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 900 }),
        (events, fromDays, days) => {
          const entries = play(events);
          const from = addDays(shanghaiDay(start), fromDays);
          const [, ...rows] = statementRows(entries, { from, to: addDays(from, days) });
          const closing = rows.at(-1) ?? [];
          expect(sums(rows.slice(0, -1).map(numbersOf))).toEqual(numbersOf(closing));
          const [, ...all] = statementRows(entries, {});
          const last = entries.at(-1);
          const held = [last?.pointsAfter ?? 0, last?.debtAfter ?? 0, last?.minutesAfter ?? 0];
          expect(numbersOf(all.at(-1) ?? [])).toEqual(held);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is a file that spreadsheets open as it is meant: with a mark, and no text taken for a formula', async () => {
    const district = await openDistrict();
    const { id, client } = await welcome(district, district.east);
    await earn(district, id, 20);
    const said = await client.ask('GET /api/me/statement', {});
    expect(said.headers.get('content-type')).toBe('text/csv');
    const text = Buffer.from(await (said.body as unknown as Blob).arrayBuffer()).toString();
    expect(text.startsWith('\ufeff编号,时间,事项')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(5);
    expect(text).toContain('2026-03-02 10:00,志愿服务,,20,0,0');
  });

  test('is a workbook for whoever asks for one: the same rows, numbers as numbers, adding up', async () => {
    const district = await openDistrict();
    const { id, client } = await welcome(district, district.east);
    await earn(district, id, 20);
    await earn(district, id, 15);
    const said = await client.ask('GET /api/me/statement', { query: { as: 'xlsx' } });
    expect(said.headers.get('content-type')).toContain('spreadsheetml.sheet');
    const bytes = new Uint8Array(await (said.body as unknown as Blob).arrayBuffer());
    const rows: (readonly unknown[])[] = [];
    for await (const { values } of streamXlsxRows(bytes)) rows.push(values);
    expect(rows.map((row) => [row[2], row[4]])).toEqual([
      ['事项', '积分'],
      ['期初', 0],
      ['志愿服务', 20],
      ['志愿服务', 15],
      ['期末', 35],
    ]);
  });

  test('neutralises formulas in a workbook too', async () => {
    const bytes = await workbookOf('表', [['=1+1', '+1', '-1', '@x', '张明', -5]]);
    for await (const { values } of streamXlsxRows(bytes))
      expect(values).toEqual(["'=1+1", "'+1", "'-1", "'@x", '张明', -5]);
  });

  test('neutralises names that begin like a formula', () => {
    const movement = { tx: 't', kind: 'service', points: 1, expiry: '20270831', reference: 'r' } as const;
    const effect = { name: '=1+1' };
    const posting = { district: 'd', wallet: 'w', by: 'b', now: start, returnedDaysMin: 0 };
    const posted = post(emptyBalance, [{ ...movement, effect }], posting);
    expect(csvText(statementRows(posted?.entries ?? [], {}))).toContain(",'=1+1,");
  });
});
