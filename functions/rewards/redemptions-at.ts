import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { closedRedemptionsAt, openRedemptionsAt, type Redemption, redemptionOf } from './redemption-rows.ts';
import { pickUpFor } from './show-pick-up.ts';
import { readWhom } from './whom.ts';

/** A redemption as the desk's lists show it, and when it was made. */
export type ListedRedemption = ReturnType<typeof pickUpFor> & Pick<Redemption, 'at'>;

const daysAtOnce = 10;

/**
 * What was put aside at a desk in a period and still waits, and then what was closed there in it, day by day and some
 * days at a time: what is closed meanwhile is told once. Its people have no more of a name than at the desk.
 * @param period Shanghai days, both included
 */
export async function* redemptionsAt(
  tools: Tools,
  district: string,
  desk: string,
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
): AsyncGenerator<ListedRedemption[]> {
  const open = (await readAll(tools.store, openRedemptionsAt(district, desk))).map(redemptionOf);
  const isWithin = ({ at }: Redemption) => shanghaiDay(at) >= from && shanghaiDay(at) <= to;
  const waiting = open.filter((one) => one !== undefined).filter(isWithin);
  const told = new Set(waiting.map(({ id }) => id));
  yield named(tools, district, waiting, now);
  for (let first = from; first <= to; first = addDays(first, daysAtOnce)) {
    const days = Array.from({ length: daysAtOnce }, (_, at) => addDays(first, at)).filter((day) => day <= to);
    const lists = await sideBySide(daysAtOnce, days, (day) =>
      readAll(tools.store, { ...closedRedemptionsAt(district, desk, day), descending: false }),
    );
    const closed = lists.flat().map(redemptionOf);
    const untold = closed.filter((one) => one !== undefined).filter(({ id }) => !told.has(id));
    yield named(tools, district, untold, now);
  }
}

async function named(
  tools: Tools,
  district: string,
  redemptions: readonly Redemption[],
  now: number,
): Promise<ListedRedemption[]> {
  const whom = await readWhom(tools, district, redemptions, now);
  return redemptions.map((one) => ({ ...pickUpFor(one, whom(one)), at: one.at }));
}
