/** What an approved adjustment or waiver does: one entry of its own kind, by the id of the change. */
import { ageOn, isMinor } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { expiryOf, liveLots, sumOf } from '../../shared/rules/lots.ts';
import { readSettings } from '../district/index.ts';
import { balanceAt, balanceOf, creditRules, journalWrites, type Movement, mergedInto, post } from '../ledger/index.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type Person, readPeople } from '../volunteers/index.ts';
import type { Effect } from './effect.ts';
import { needsDistrict } from './propose-points.ts';
import type { Adjustment, Change, Waiver } from './rows.ts';

interface Deciding {
  readonly who: Who;
  readonly now: number;
}

export async function adjust({ who, now }: Deciding, tools: Tools, change: Adjustment): Promise<Effect> {
  const { district, id, points, unit, proposedBy } = change;
  const today = shanghaiDay(now);
  const [person, settings] = await Promise.all([personOf(tools, change), readSettings(tools, district, today)]);
  const movement: Movement = {
    tx: `ADJ#${id}`,
    kind: 'adjust',
    points,
    expiry: expiryOf(today),
    ...creditRules(settings, isMinor(ageOn(person.birthDate, today)), unit),
    reference: id,
    effect: { change: id, proposedBy, rule: settings.version },
  };
  return postFor({ who, now }, tools, change, movement, 'balance_too_low');
}

export async function waive({ who, now }: Deciding, tools: Tools, change: Waiver): Promise<Effect> {
  const { id, proposedBy } = change;
  if (needsDistrict(who, await personOf(tools, change), now)) throw new Problem('waiver_needs_district');
  const effect = { change: id, proposedBy };
  const movement: Movement = { tx: `WAIVE#${id}`, kind: 'waive', points: 0, reference: id, effect };
  return postFor({ who, now }, tools, change, movement, 'change_outdated');
}

async function personOf(tools: Tools, { district, volunteer }: Change): Promise<Person> {
  const [person] = await readPeople(tools, district, [volunteer]);
  if (!person) throw new Problem('not_found');
  return person;
}

async function postFor(
  { who, now }: Deciding,
  tools: Tools,
  { district, volunteer: wallet }: Change,
  movement: Movement,
  refusal: 'balance_too_low' | 'change_outdated',
): Promise<Effect> {
  const [row] = await tools.store.get([balanceAt(district, wallet)]);
  // Whoever was merged meanwhile has another wallet: the two who decide look at that one.
  if (mergedInto(row)) throw new Problem('change_outdated');
  const before = balanceOf(row);
  const posted = post(before, [movement], { district, wallet, by: who.person, now, returnedDaysMin: 0 });
  if (!posted) throw new Problem(refusal);
  const points = posted.after.points - sumOf(liveLots(before.lots, now));
  const effect = { points, debt: posted.after.debt - before.debt, cancelled: 0 };
  return { effect, writes: [...journalWrites(posted), ...posted.writes] };
}
