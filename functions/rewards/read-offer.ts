/** Everything redeeming decides by, in one read: what is offered, and who wants it. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import { readDesk, readOwnRules, rulesAt, settingsOn } from '../district/index.ts';
import { type Balance, balanceAt, balanceOf } from '../ledger/index.ts';
import { Problem } from '../platform/problem.ts';
import type { Target } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Person, personAt, personOf } from '../volunteers/index.ts';
import type { Limits } from './limits.ts';
import { limitsAt, limitsOf } from './redemption-rows.ts';
import { itemAt, type RewardItem, rewardItemOf, type Stock, stockAt, stockOf } from './rows.ts';
import { type Slot, slotAt, slotOf } from './slot-rows.ts';
import { type StarsHeld, starsHeldAt, starsHeldOf } from './star-rows.ts';

/** Who gets what for how many points, and who asks for it. */
export interface Wanted {
  readonly district: string;
  readonly units: UnitTree;
  /** Who gets it and pays, and the unit that person belongs to. */
  readonly wallet: string;
  readonly unit: string;
  readonly by: string;
  /** Without a guardian or a teacher. */
  readonly isAlone: boolean;
  /** Whoever of the staff redeemed it for the person. */
  readonly redeemedBy?: string;
  readonly item: string;
  readonly desk: string;
  /** The price that was seen. */
  readonly price: number;
  /** Of a service: the time wanted. */
  readonly slot?: string;
  readonly key: string;
  readonly now: number;
}

export interface Offer {
  readonly item: RewardItem;
  /** Absent where the desk never had the item. */
  readonly stock?: Stock;
  /** Of a service: the time wanted. */
  readonly slot?: Slot;
  readonly balance: Balance;
  readonly starsHeld: StarsHeld;
  readonly limits: Limits;
  readonly person: Person;
  readonly settings: Settings;
}

type Place = Pick<Wanted, 'district' | 'wallet' | 'item' | 'desk' | 'slot'>;

/** What an offer is read from. */
export const offerAt = ({ district, wallet, item, desk, slot }: Place): Target[] => [
  itemAt(district, item),
  stockAt(district, item, desk),
  balanceAt(district, wallet),
  limitsAt(district, wallet),
  personAt(district, wallet),
  rulesAt(district),
  starsHeldAt(district, wallet),
  ...(slot === undefined ? [] : [slotAt(district, item, slot)]),
];

/**
 * One batch read, and one more for whoever belongs to a school with rules of its own.
 * @throws not_found unless the item and the desk both serve the unit, and of a service a slot at that desk is named
 */
export async function readOffer(wanted: Wanted, tools: Tools): Promise<Offer> {
  const { district, units, wallet, unit, item: itemId, desk, slot: slotId, now } = wanted;
  const [itemRow, stockRow, balanceRow, limitsRow, personRow, rules, starsHeldRow, slotRow] = await tools.store.get(
    offerAt(wanted),
  );
  const item = rewardItemOf(itemId, itemRow);
  const [stock, slot] = [stockOf(stockRow), slotOf(slotRow)];
  const person = personOf(tools, district, wallet, personRow);
  const deskUnit = (slot ?? stock)?.unit ?? (await readDesk(tools, district, desk))?.unit;
  if (!item || deskUnit === undefined || !person) throw new Problem('not_found');
  if (item.service ? slot?.desk !== desk : slotId !== undefined) throw new Problem('not_found');
  if (![item.unit, deskUnit].every((one) => units.covers(one, unit))) throw new Problem('not_found');
  const settings = settingsOn(rules, shanghaiDay(now), await readOwnRules(tools, district, unit, rules));
  const [balance, starsHeld] = [balanceOf(balanceRow), starsHeldOf(starsHeldRow)];
  return { item, stock, slot, balance, starsHeld, limits: limitsOf(limitsRow), person, settings };
}
