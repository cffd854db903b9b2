/** What the time bank tells people in their inbox: kinds only, whose sentences stand in each reader's own language. */

/** Kinds, and whether a reader may switch them off: not what takes something away or concerns consent. */
const kinds = {
  record_confirmed: { mayBeOff: true },
  record_sent_back: { mayBeOff: true },
  record_published: { mayBeOff: true },
  record_final: { mayBeOff: true },
  record_objected: { mayBeOff: false },
  objection_dismissed: { mayBeOff: false },
  objection_upheld: { mayBeOff: false },
  record_corrected: { mayBeOff: false },
  points_expiring: { mayBeOff: true },
  redemption_made: { mayBeOff: true },
  booking_made: { mayBeOff: true },
  booking_soon: { mayBeOff: true },
  redemption_waiting: { mayBeOff: true },
  redemption_handed_over: { mayBeOff: true },
  redemption_cancelled: { mayBeOff: false },
  redemption_returned: { mayBeOff: false },
  redemption_missed: { mayBeOff: false },
  gift_granted: { mayBeOff: true },
  consent_given: { mayBeOff: false },
  consent_withdrawn: { mayBeOff: false },
  activity_signed: { mayBeOff: true },
  activity_waiting: { mayBeOff: true },
  activity_offered: { mayBeOff: true },
  activity_lapsed: { mayBeOff: true },
  activity_withdrawn: { mayBeOff: true },
  activity_called_off: { mayBeOff: false },
  activity_moved: { mayBeOff: false },
  activity_checked_in: { mayBeOff: true },
  activity_checked_out: { mayBeOff: true },
  activity_absent: { mayBeOff: false },
  shift_sent_back: { mayBeOff: true },
  record_asked: { mayBeOff: true },
  approvals_waiting: { mayBeOff: true },
} as const;

export type NoticeKind = keyof typeof kinds;
export const noticeKinds = Object.keys(kinds) as readonly NoticeKind[];
export const mayBeOff = (kind: NoticeKind): boolean => kinds[kind].mayBeOff;

/** Said to those who lead, enter or approve; everything else is said to the person and the guardians. */
const staffKinds: readonly NoticeKind[] = ['shift_sent_back', 'record_asked', 'approvals_waiting'];
export const isForStaff = (kind: NoticeKind): boolean => staffKinds.includes(kind);

/** Ids, days and numbers that a sentence names; no names of people, no words. */
export type NoticeFacts = Readonly<Record<string, string | number>>;

/** Something that happened once, as the rows say it, however often it is told. */
export interface Happening {
  readonly kind: NoticeKind;
  readonly district: string;
  /** With `kind` and `at` it names the happening. */
  readonly thing: string;
  /** Epoch milliseconds, from the row itself. */
  readonly at: number;
  /** The person with the guardians, a team's leaders, the leaders of a shift's team, or a unit's approvers. */
  readonly to: { readonly volunteer: string } | { readonly leadersOfShift: string } | { readonly approversOf: string };
  readonly facts: NoticeFacts;
}

/** Days before the end of a lot at which its owner is told (`docs/rules.md`). */
export const expiryNoticeDays = [60, 30, 7] as const;
/** Days after the order on which somebody who has not come yet is reminded (`docs/rules.md`). */
export const pickUpReminderDays = [3, 10, 13] as const;
/** The hour in Shanghai at which approvers are told that something waits (`docs/rules.md`). */
export const eveningHour = 18;
/** How long a message is kept (`docs/rules.md`). */
export const noticeDays = 180;
