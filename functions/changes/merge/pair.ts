/** Two registrations that may be one person's: who they are, what each holds, and what stands in the way. */
import { liveLots, sumOf } from '../../../shared/rules/lots.ts';
import { activatedOf } from '../../access/index.ts';
import { hasUnrecorded } from '../../activities/index.ts';
import { clashes, type ServedOf, servedOf } from '../../hours/index.ts';
import { type Balance, readBalance } from '../../ledger/index.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { readGifts, reservedOf } from '../../rewards/index.ts';
import { teamsOfPerson } from '../../teams/index.ts';
import { type Person, readPeople } from '../../volunteers/index.ts';

export interface Named {
  readonly kept: string;
  readonly merged: string;
}
export interface Side {
  readonly person: Person;
  readonly activated: boolean;
  readonly balance: Balance;
  /** Points that can be spent now. */
  readonly points: number;
  readonly served: ServedOf;
  readonly gifts: { readonly open: number; readonly claimed: number };
  readonly openRedemptions: number;
  /** Came to a shift whose records are still to be made. */
  readonly unrecorded: boolean;
  readonly teams: readonly string[];
}
export interface Pair {
  readonly kept: Side;
  readonly merged: Side;
  readonly overlaps: ReturnType<typeof clashes>;
  readonly obstacles: readonly Obstacle[];
}
type Obstacle = 'merge_overlap' | 'merge_records_open' | 'merge_redemptions_open';

/** @throws not_found, own_account, merge_not_possible */
export async function readPair(tools: Tools, who: Who, named: Named, now: number): Promise<Pair> {
  const { kept: keptId, merged: mergedId } = named;
  if ([keptId, mergedId].includes(who.person)) throw new Problem('own_account');
  const people = await readPeople(tools, who.district, [keptId, mergedId]);
  const [one, other] = people;
  const isSeen = (person: Person | undefined) => person && who.units.covers(who.post.unit, person.school);
  if (!one || !other || !isSeen(one) || !isSeen(other)) throw new Problem('not_found');
  if (keptId === mergedId || !one.active || other.mergedInto) throw new Problem('merge_not_possible');
  const kept = await readSide(tools, who.district, one, now);
  const merged = await readSide(tools, who.district, other, now);
  const overlaps = clashes(kept.served.counted, merged.served.counted);
  const obstacles: [boolean, Obstacle][] = [
    [overlaps.length > 0, 'merge_overlap'],
    [merged.served.open.length > 0 || merged.unrecorded, 'merge_records_open'],
    [merged.openRedemptions > 0, 'merge_redemptions_open'],
  ];
  return { kept, merged, overlaps, obstacles: obstacles.filter(([is]) => is).map(([, code]) => code) };
}

/** The unit whose staff decide: the school of both, or the nearest one above both schools. */
export function unitOf({ units }: Who, { kept, merged }: Pair): string {
  const common = units.above(kept.person.school).find((unit) => units.covers(unit, merged.person.school));
  return common ?? units.root.id;
}

async function readSide(tools: Tools, district: string, person: Person, now: number): Promise<Side> {
  const { id } = person;
  // Before what is open: whatever is redeemed after this moves the balance, and no merge goes by an old one.
  const balance = await readBalance(tools, district, id);
  const [[activated = false], served, gifts, { redemptions: openRedemptions }, unrecorded, teams] = await Promise.all([
    activatedOf(tools, district, [id]),
    servedOf(tools, district, id, now),
    readGifts(tools, district, id),
    reservedOf(tools, district, id),
    hasUnrecorded(tools, district, id, now),
    teamsOfPerson(tools, district, id),
  ]);
  const countOf = (...states: string[]) => gifts.filter(({ state }) => states.includes(state)).length;
  return {
    ...{ person, activated, balance, served, openRedemptions, unrecorded },
    points: sumOf(liveLots(balance.lots, now)),
    gifts: { open: countOf('open'), claimed: countOf('claimed', 'handed_over') },
    teams: teams.map(({ name }) => name),
  };
}
