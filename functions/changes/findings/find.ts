/**
 * What an approved finding does: the volunteer reaches no star for twelve months, or whoever entered the record may
 * neither confirm nor approve until it is lifted. Each finding counts by itself, and lifting one leaves the others.
 * Hours and gifts that are there already stay.
 */
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { monthsAfter } from '../../../shared/rules/star-conditions.ts';
import { suspensionWrites } from '../../access/index.ts';
import { followWallet, pointsTo } from '../../ledger/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { blockStarsWrites } from '../../rewards/index.ts';
import type { Effect } from '../effect.ts';
import { changeAt, changeOf, type Finding, type Lifting, lifted } from '../rows.ts';

const nothingMoved = { points: 0, debt: 0, cancelled: 0 };
/** Of a finding about a volunteer (`docs/rules.md`). */
const monthsWithoutStars = 12;

export async function find({ now }: { readonly now: number }, tools: Tools, change: Finding): Promise<Effect> {
  const { district, volunteer, about, recordedBy, id } = change;
  if (about === 'recorder')
    return { effect: nothingMoved, writes: await suspensionWrites(tools, district, recordedBy, { by: id }) };
  const until = monthsAfter(shanghaiDay(now), monthsWithoutStars);
  return {
    effect: nothingMoved,
    writes: await blockingWrites(tools, volunteer, { district, finding: id, until, now }),
  };
}

export async function lift({ now }: { readonly now: number }, tools: Tools, change: Lifting): Promise<Effect> {
  const { district, volunteer, about, recordedBy, id, finding } = change;
  const [row] = await tools.store.get([changeAt(district, finding)]);
  const before = row && changeOf(row);
  if (before?.kind !== 'finding' || before.liftedBy !== undefined) throw new Problem('change_outdated');
  const writes =
    about === 'recorder'
      ? await suspensionWrites(tools, district, recordedBy, { endOf: finding })
      : await blockingWrites(tools, volunteer, { district, finding, now });
  return { effect: nothingMoved, writes: [lifted(district, finding, id), ...writes] };
}

type Blocking = Omit<Parameters<typeof blockStarsWrites>[1], 'volunteers'>;
/** Of the volunteer, and of whoever holds the volunteer's hours as long as they do. */
async function blockingWrites(tools: Tools, volunteer: string, blocking: Blocking): Promise<Write[]> {
  const { district } = blocking;
  const { wallet, followed } = await followWallet(tools, district, volunteer);
  const blocks = await blockStarsWrites(tools, { ...blocking, volunteers: [wallet, volunteer] });
  return [...followed, pointsTo(district, wallet), ...blocks];
}
