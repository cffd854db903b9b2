/** The only file that knows the items of changes: what one person proposes and another decides. */
import type { changeStates } from '../../shared/contracts/changes.ts';
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';

const version = 1;
const table = 'Changes' as const;

interface Proposed {
  readonly id: string;
  readonly district: string;
  /** The unit that decides: the team's of a corrected service, the person's of all else. */
  readonly unit: string;
  readonly volunteer: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly state: (typeof changeStates)[number];
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  readonly answer?: string;
  /** What an approval did to the account. */
  readonly effect?: { readonly points: number; readonly debt: number; readonly cancelled: number };
}
export interface Correction extends Proposed {
  readonly kind: 'correction';
  readonly shift: string;
  readonly service: string;
  /** The record as the proposer saw it: another one is not what the decider agrees to. */
  readonly rev: number;
  readonly recordedBy: string;
  readonly minutesBefore: number;
  readonly minutes: number;
  readonly pointsBefore: number;
  readonly pointsAfter: number;
}
export interface Adjustment extends Proposed {
  readonly kind: 'adjustment';
  readonly points: number;
}
export interface Waiver extends Proposed {
  readonly kind: 'waiver';
  /** Debt when it was proposed. */
  readonly points: number;
}
/** Two registrations of one person become one: `volunteer` goes on, `merged` ends. */
export interface Merge extends Proposed {
  readonly kind: 'merge';
  readonly merged: string;
  /** What the ending one held when it was proposed. */
  readonly minutes: number;
  readonly points: number;
  /** The separation that took it back. */
  readonly separatedBy?: string;
}
/** Takes a merge back: `volunteer` and `merged` are two again. */
export interface Separation extends Proposed {
  readonly kind: 'separation';
  readonly merged: string;
  readonly merge: string;
  readonly minutes: number;
  readonly points: number;
}
/** A record that was taken back had been made up on purpose: by the volunteer, or by whoever entered it. */
export interface Finding extends Proposed {
  readonly kind: 'finding';
  readonly shift: string;
  readonly service: string;
  readonly about: 'volunteer' | 'recorder';
  /** The account that entered it. */
  readonly recordedBy: string;
  /** The teams that this account leads, and the record's own. */
  readonly teams: readonly string[];
  readonly liftedBy?: string;
}
/** Takes a finding back. */
export interface Lifting extends Omit<Finding, 'kind' | 'teams' | 'liftedBy'> {
  readonly kind: 'lifting';
  readonly finding: string;
}
export type Change = Correction | Adjustment | Waiver | Merge | Separation | Finding | Lifting;

const changeSk = 'CH';
export const changeAt = (district: string, id: string): Target => ({
  table,
  key: { pk: `T#${district}#CH#${id}`, sk: changeSk },
});
const listPk = (district: string, unit: string, list: 'open' | 'closed') => `T#${district}#CHU#${unit}#${list}`;
/** A unit's changes that wait, the first ones first; or those that are decided, the last ones first. */
export const changesOf = (district: string, unit: string, list: 'open' | 'closed') => ({
  table,
  index: 'byUnit',
  pk: listPk(district, unit, list),
  descending: list === 'closed',
});

export const isChange = ({ sk }: Item): boolean => sk === changeSk;
export const changeOf = (item: Item) => item as unknown as Change;

export function proposal(change: Change): Write {
  const { district, unit, id } = change;
  const attributes = change as unknown as Attributes;
  const listed = { byUnitPk: listPk(district, unit, 'open'), byUnitSk: id };
  return {
    ...changeAt(district, id),
    put: { v: version, ...attributes, ...listed },
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
}

/** Decides a change, which happens once. */
export function decision(
  { district, unit, id }: Change,
  {
    decidedBy,
    decidedAt,
    state,
    answer,
    effect,
  }: Pick<Change, 'state' | 'answer' | 'effect'> & {
    decidedBy: string;
    decidedAt: number;
  },
): Write {
  const listed = {
    byUnitPk: listPk(district, unit, 'closed'),
    byUnitSk: `${new Date(decidedAt).toISOString()}#${id}`,
  };
  const said = { ...(answer !== undefined && { answer }), ...(effect && { effect: { ...effect } }) };
  return {
    ...changeAt(district, id),
    update: { set: { state, decidedBy, decidedAt, ...said, ...listed } },
    when: [['state', '=', 'proposed']],
    or: 'lost_race',
  };
}

/** A merge is taken back once. */
export const separated = (district: string, merge: string, separatedBy: string): Write => ({
  ...changeAt(district, merge),
  update: { set: { separatedBy } },
  when: [
    ['state', '=', 'approved'],
    ['separatedBy', 'absent'],
  ],
  or: 'lost_race',
});

/** A finding is lifted once. */
export const lifted = (district: string, finding: string, liftedBy: string): Write => ({
  ...changeAt(district, finding),
  update: { set: { liftedBy } },
  when: [
    ['state', '=', 'approved'],
    ['liftedBy', 'absent'],
  ],
  or: 'lost_race',
});
