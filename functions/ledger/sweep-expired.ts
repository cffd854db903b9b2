/** Posts the expiry of points that nobody's next entry has posted yet: by the clock, within eight days of their end. */
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { journalWrites, post } from './post.ts';
import { readBalance } from './read-balance.ts';
import { expiryBuckets } from './rows.ts';

/** Days back from today whose dead lots are looked for. */
const daysBack = 8;

/** A school year's points end on one day: a district has tens of thousands of wallets to go through. */
const walletsAtOnce = 16;

/**
 * @returns wallets whose dead points were taken
 * @throws AggregateError when a wallet failed; the others are done
 */
export async function sweepExpired(tools: Tools, now: number): Promise<number> {
  const failures: unknown[] = [];
  let swept = 0;
  for (let back = 1; back <= daysBack; back++) {
    const lastDay = addDays(shanghaiDay(now), -back).replaceAll('-', '');
    for (const bucket of expiryBuckets(lastDay)) {
      await sideBySide(walletsAtOnce, await readAll(tools.store, bucket), async (item) => {
        const [district = '', wallet = ''] = String(item.byExpirySk).split('#');
        await expireWallet(tools, district, wallet, now).then(
          (isSwept) => (swept += Number(isSwept)),
          (error: unknown) => failures.push(error),
        );
      });
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} wallets could not be swept`);
  return swept;
}

/** A lost race means the wallet moved, and whoever moved it posted the expiry. */
async function expireWallet(tools: Tools, district: string, wallet: string, now: number): Promise<boolean> {
  const before = await readBalance(tools, district, wallet);
  const posted = post(before, [], { district, wallet, by: 'clock', now, returnedDaysMin: 0 });
  if (!posted || posted.entries.length === 0) return false;
  const outcome = await tools.store.transact(`EXP#${wallet}#${posted.after.seq}`, [
    ...journalWrites(posted),
    ...posted.writes,
  ]);
  return outcome.done;
}
