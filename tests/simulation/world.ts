import type { Who } from '../../functions/platform/identity/who.ts';

/** The small district that the histories happen in: who there is, what they may do, and what the shop holds. */
export interface World {
  readonly district: string;
  readonly pupils: readonly Who[];
  /** Second registrations by mistake: of the third pupil, and of the fourth. */
  readonly twins: readonly Who[];
  /** Those who go to junior high school. */
  readonly juniors: ReadonlySet<string>;
  readonly leaders: readonly Who[];
  readonly approvers: readonly Who[];
  readonly desks: readonly Who[];
  readonly administrator: Who;
  /** The school's own administrator. */
  readonly head: Who;
  /** The administrator of another school, to which one may move. */
  readonly otherHead: Who;
  /** One for each pupil. */
  readonly guardians: readonly Who[];
  readonly items: readonly string[];
  /** Chosen for stars, without points. */
  readonly giftItems: readonly string[];
  /** Those that give a serial number away once some have been imported. */
  readonly voucherItems: readonly string[];
  /** Booked for a time. */
  readonly services: readonly { readonly id: string; readonly price: number }[];
  /** What hangs beside the school's public list, and how it names somebody. */
  readonly link: string;
  refOf(shift: string, volunteer: string): string;
}
