/**
 * What an approved finding does: the volunteer reaches no star for twelve months, or whoever entered the record may
 * neither confirm nor approve until it is lifted. Hours and gifts that are there already stay.
 */
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { monthsAfter } from '../../../shared/rules/star-conditions.ts';
import { suspensionWrites } from '../../access/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { blockStarsWrite } from '../../rewards/index.ts';
import { walletOf } from '../correct.ts';
import type { Effect } from '../decide.ts';
import { changeAt, changeOf, type Finding, type Lifting, lifted } from '../rows.ts';

const nothingMoved = { points: 0, debt: 0, cancelled: 0 };
/** Of a finding about a volunteer (`docs/rules.md`). */
const monthsWithoutStars = 12;

export async function find({ now }: { readonly now: number }, tools: Tools, change: Finding): Promise<Effect> {
  const { district, volunteer, about, recordedBy, id } = change;
  if (about === 'recorder')
    return { effect: nothingMoved, writes: await suspensionWrites(tools, district, recordedBy, { by: id }) };
  const until = monthsAfter(shanghaiDay(now), monthsWithoutStars);
  const wallet = await walletOf(tools, district, volunteer);
  return { effect: nothingMoved, writes: [await blockStarsWrite(tools, { district, volunteer: wallet, until, now })] };
}

export async function lift({ now }: { readonly now: number }, tools: Tools, change: Lifting): Promise<Effect> {
  const { district, volunteer, about, recordedBy, id, finding } = change;
  const [row] = await tools.store.get([changeAt(district, finding)]);
  const before = row && changeOf(row);
  if (before?.kind !== 'finding' || before.liftedBy !== undefined) throw new Problem('change_outdated');
  const writes =
    about === 'recorder'
      ? await suspensionWrites(tools, district, recordedBy, { endOf: finding })
      : [await blockStarsWrite(tools, { district, volunteer: await walletOf(tools, district, volunteer), now })];
  return { effect: nothingMoved, writes: [lifted(district, finding, id), ...writes] };
}
