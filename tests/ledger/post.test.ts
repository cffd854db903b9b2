import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Balance, type Entry, type Movement, post } from '../../functions/ledger/index.ts';
import { emptyBalance } from '../../functions/ledger/rows.ts';
import { canonicalJson, sha256 } from '../../functions/platform/store/canonical.ts';

const dayMs = 86_400_000;
const start = Date.parse('2026-03-02T02:00:00Z');
const posting = (now: number) => ({ district: 'd', wallet: 'w', by: 'b', now, returnedDaysMin: 30 });
const earn = (tx: string, points: number, expiry = '20280831'): Movement => ({
  tx,
  kind: 'service',
  points,
  expiry,
  minutes: { count: points * 6, stage: 'junior', schoolYear: 2025 },
  reference: tx,
});
const spend = (tx: string, points: number): Movement => ({ tx, kind: 'redeem', points: -points, reference: tx });

interface Event {
  readonly kind: 'earn' | 'spend' | 'return';
  readonly points: number;
  readonly days: number;
  readonly expiry: string;
}
const event = fc.record<Event>({
  kind: fc.constantFrom('earn', 'spend', 'return'),
  points: fc.integer({ min: 0, max: 60 }),
  days: fc.integer({ min: 0, max: 200 }),
  expiry: fc.constantFrom('20260831', '20270831', '20280831', '20290831'),
});

/** Plays events on one wallet and gives every entry and the last balance. */
function play(events: readonly Event[]): { entries: Entry[]; balance: Balance } {
  let balance = emptyBalance;
  let now = start;
  const entries: Entry[] = [];
  events.forEach(({ kind, points, days, expiry }, at) => {
    now += days * dayMs;
    const lotsUsed = entries.findLast((entry) => entry.kind === 'redeem')?.lotsUsed ?? {};
    const returned: Movement = { tx: `c${at}`, kind: 'return', points: 0, lotsUsed, reference: 'r' };
    const movement =
      kind === 'earn' ? earn(`a${at}`, points, expiry) : kind === 'spend' ? spend(`r${at}`, points) : returned;
    const posted = post(balance, [movement], posting(now));
    if (!posted) return;
    entries.push(...posted.entries);
    balance = posted.after;
  });
  return { entries, balance };
}

describe('a wallet after any history', () => {
  test('is the fold of its entries, never below zero, with lots that sum to its points', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const { entries, balance } = play(events);
        expect(balance.points).toBe(entries.reduce((sum, entry) => sum + entry.points, 0));
        expect(balance.minutes).toBe(entries.reduce((sum, entry) => sum + entry.minutes, 0));
        expect(balance.points).toBe(Object.values(balance.lots).reduce((sum, points) => sum + points, 0));
        for (const entry of entries) expect(Math.min(entry.pointsAfter, entry.debtAfter)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('is a chain without a gap, in which each hash seals what is before it', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const { entries, balance } = play(events);
        let prev = '';
        entries.forEach(({ hash, ...content }, at) => {
          expect(content.seq).toBe(at + 1);
          expect(content.prev).toBe(prev);
          expect(hash).toBe(sha256(canonicalJson(content)));
          prev = hash;
        });
        expect(balance).toMatchObject({ seq: entries.length, head: prev });
      }),
      { numRuns: 300 },
    );
  });
});

describe('posting', () => {
  test('writes a journal row whose legs sum to zero and which alone could rebuild the entry', () => {
    const posted = post(emptyBalance, [earn('a1', 20)], posting(start));
    const [journal] = posted?.journal ?? [];
    expect(journal?.at.key.pk).toBe('T#d#X#a1');
    expect(((journal?.row.legs ?? []) as [string, number][]).reduce((sum, [, points]) => sum + points, 0)).toBe(0);
    expect(journal?.row.entry).toEqual(posted?.entries[0]);
  });

  test('spends nothing that is not there', () => {
    const earned = post(emptyBalance, [earn('a1', 20)], posting(start))?.after ?? emptyBalance;
    expect(post(earned, [spend('r1', 21)], posting(start))).toBeUndefined();
    expect(post(earned, [spend('r1', 20)], posting(start))?.after.points).toBe(0);
  });

  test('spending never touches minutes', () => {
    const earned = post(emptyBalance, [earn('a1', 20)], posting(start))?.after ?? emptyBalance;
    const after = post(earned, [spend('r1', 15)], posting(start))?.after;
    expect(after).toMatchObject({
      points: 5,
      minutes: 120,
      minutesByStage: { junior: 120 },
      minutesByYear: { 2025: 120 },
    });
  });

  test('takes points that died before it lets anybody spend, as an entry of its own', () => {
    const earned =
      post(emptyBalance, [earn('a1', 20, '20260831'), earn('a2', 10, '20270831')], posting(start))?.after ??
      emptyBalance;
    const later = Date.parse('2026-08-31T16:00:00Z');
    expect(post(earned, [spend('r1', 20)], posting(later - 1))?.entries).toHaveLength(1);
    expect(post(earned, [spend('r1', 20)], posting(later))).toBeUndefined();
    const posted = post(earned, [spend('r1', 10)], posting(later));
    expect(posted?.entries.map(({ kind, points }) => [kind, points])).toEqual([
      ['expire', -20],
      ['redeem', -10],
    ]);
  });

  test('a wallet’s time never goes back, whatever a host’s clock says', () => {
    const earned = post(emptyBalance, [earn('a1', 20)], posting(start))?.after ?? emptyBalance;
    expect(post(earned, [spend('r1', 5)], posting(start - dayMs))?.entries[0]?.at).toBe(start);
  });

  test('repays debt before points can be spent', () => {
    const inDebt: Balance = { ...emptyBalance, debt: 15 };
    const posted = post(inDebt, [earn('a1', 20)], posting(start));
    expect(posted?.after).toMatchObject({ points: 5, debt: 0 });
    expect(posted?.entries[0]).toMatchObject({ points: 5, debt: -15, minutes: 120 });
  });
});
