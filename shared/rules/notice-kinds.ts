/** What the time bank tells people in their inbox: kinds only, whose sentences stand in each reader's own language. */
import type { Role } from '../roles.ts';

interface Kind {
  /** Whether a reader may switch it off: not what takes something away or concerns consent. */
  readonly mayBeOff: boolean;
  /** The posts in which one hears of it. */
  readonly to: readonly Role[];
}
const family = ['volunteer', 'guardian'] as const;
const leader = ['leader'] as const;
const office = ['unit_admin', 'district_admin'] as const;
const approving = ['approver', ...office] as const;
/** Whoever asked for a service, or noted it down for somebody without an account. */
const askers = ['resident', ...approving] as const;
const claimers = [...family, ...leader, ...office] as const;
const familyAndOffice = [...family, ...office] as const;

const kinds = {
  record_confirmed: { mayBeOff: true, to: family },
  record_sent_back: { mayBeOff: true, to: family },
  record_published: { mayBeOff: true, to: family },
  record_final: { mayBeOff: true, to: family },
  record_objected: { mayBeOff: false, to: family },
  objection_dismissed: { mayBeOff: false, to: family },
  objection_upheld: { mayBeOff: false, to: family },
  objection_returned: { mayBeOff: false, to: family },
  record_corrected: { mayBeOff: false, to: family },
  points_expiring: { mayBeOff: true, to: family },
  redemption_made: { mayBeOff: true, to: family },
  booking_made: { mayBeOff: true, to: family },
  booking_soon: { mayBeOff: true, to: family },
  redemption_waiting: { mayBeOff: true, to: family },
  redemption_handed_over: { mayBeOff: true, to: family },
  redemption_cancelled: { mayBeOff: false, to: family },
  redemption_called_off: { mayBeOff: false, to: family },
  redemption_returned: { mayBeOff: false, to: family },
  redemption_missed: { mayBeOff: false, to: family },
  gift_granted: { mayBeOff: true, to: family },
  consent_given: { mayBeOff: false, to: family },
  consent_withdrawn: { mayBeOff: false, to: family },
  activity_signed: { mayBeOff: true, to: family },
  activity_waiting: { mayBeOff: true, to: family },
  activity_offered: { mayBeOff: true, to: family },
  activity_lapsed: { mayBeOff: true, to: family },
  activity_withdrawn: { mayBeOff: true, to: family },
  activity_called_off: { mayBeOff: false, to: family },
  activity_moved: { mayBeOff: false, to: family },
  activity_checked_in: { mayBeOff: true, to: family },
  activity_checked_out: { mayBeOff: true, to: family },
  activity_absent: { mayBeOff: false, to: family },
  activity_right_lent: { mayBeOff: true, to: family },
  shift_sent_back: { mayBeOff: true, to: leader },
  team_record_corrected: { mayBeOff: false, to: [...leader, ...approving] },
  record_asked: { mayBeOff: true, to: [...leader, ...approving] },
  objection_to_decide: { mayBeOff: true, to: approving },
  registration_to_decide: { mayBeOff: true, to: office },
  request_to_answer: { mayBeOff: true, to: office },
  approvals_waiting: { mayBeOff: true, to: approving },
  certificates_waiting: { mayBeOff: true, to: approving },
  order_received: { mayBeOff: true, to: askers },
  order_turned_down: { mayBeOff: false, to: askers },
  order_offered: { mayBeOff: true, to: askers },
  order_accepted: { mayBeOff: true, to: askers },
  order_visitors_named: { mayBeOff: true, to: askers },
  order_time_changed: { mayBeOff: false, to: [...askers, ...leader] },
  order_handed_back: { mayBeOff: false, to: askers },
  order_started: { mayBeOff: true, to: askers },
  order_finished: { mayBeOff: true, to: askers },
  order_to_rate: { mayBeOff: true, to: askers },
  order_closed: { mayBeOff: true, to: askers },
  order_cancelled: { mayBeOff: false, to: askers },
  order_to_triage: { mayBeOff: true, to: office },
  order_unclaimed: { mayBeOff: true, to: office },
  order_to_call_back: { mayBeOff: true, to: office },
  order_triage_late: { mayBeOff: true, to: office },
  order_overdue: { mayBeOff: true, to: office },
  order_call_back_late: { mayBeOff: true, to: office },
  team_order_offered: { mayBeOff: true, to: leader },
  team_order_open: { mayBeOff: true, to: leader },
  team_order_expiring: { mayBeOff: true, to: leader },
  team_order_overdue: { mayBeOff: true, to: leader },
  team_order_gone: { mayBeOff: false, to: leader },
  visit_assigned: { mayBeOff: true, to: family },
  visit_time_changed: { mayBeOff: false, to: family },
  visit_off: { mayBeOff: false, to: family },
  wish_listed: { mayBeOff: true, to: ['resident'] },
  wish_turned_down: { mayBeOff: false, to: ['resident'] },
  wish_withdrawn: { mayBeOff: false, to: ['resident'] },
  wish_claimed: { mayBeOff: true, to: ['resident', ...office] },
  wish_granted: { mayBeOff: true, to: ['resident', ...claimers] },
  wish_claim_ending: { mayBeOff: true, to: claimers },
  wish_claim_ended: { mayBeOff: false, to: claimers },
  wish_received: { mayBeOff: true, to: claimers },
  wish_thanked: { mayBeOff: true, to: claimers },
  wish_to_moderate: { mayBeOff: true, to: office },
  wish_to_review: { mayBeOff: true, to: office },
  wish_to_thank: { mayBeOff: true, to: office },
  wish_delivered: { mayBeOff: true, to: office },
  change_proposed: { mayBeOff: true, to: approving },
  change_approved: { mayBeOff: true, to: approving },
  change_refused: { mayBeOff: true, to: approving },
  registrations_merged: { mayBeOff: false, to: family },
  registrations_parted: { mayBeOff: false, to: family },
  move_proposed: { mayBeOff: false, to: familyAndOffice },
  move_agreed: { mayBeOff: true, to: office },
  move_accepted: { mayBeOff: false, to: familyAndOffice },
  move_done: { mayBeOff: false, to: familyAndOffice },
  move_called_off: { mayBeOff: false, to: familyAndOffice },
  points_added: { mayBeOff: true, to: family },
  points_taken: { mayBeOff: false, to: family },
  debt_waived: { mayBeOff: true, to: family },
  points_expired: { mayBeOff: false, to: family },
  points_pooled: { mayBeOff: false, to: family },
  points_goodwill: { mayBeOff: true, to: family },
  certificate_issued: { mayBeOff: true, to: family },
  certificate_returned: { mayBeOff: false, to: family },
  certificate_corrected: { mayBeOff: false, to: family },
  merit_withdrawn: { mayBeOff: false, to: family },
  request_answered: { mayBeOff: true, to: family },
  consent_due: { mayBeOff: false, to: family },
  finding_made: { mayBeOff: false, to: [...family, ...leader, ...approving] },
  finding_lifted: { mayBeOff: false, to: [...family, ...leader, ...approving] },
} as const satisfies Record<string, Kind>;

export type NoticeKind = keyof typeof kinds;
export const noticeKinds = Object.keys(kinds) as readonly NoticeKind[];
/** The release after this one may have written a kind that is not known here yet. */
export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(kinds, kind);
export const mayBeOff = (kind: NoticeKind): boolean => kinds[kind].mayBeOff;

/** The kinds that are said to people in a post of this role. */
export const kindsFor = (role: Role): NoticeKind[] =>
  noticeKinds.filter((kind) => (kinds[kind].to as readonly Role[]).includes(role));

/** Ids, days and numbers that a sentence names; no names of people, no words. */
export type NoticeFacts = Readonly<Record<string, string | number>>;

export type Addressee =
  /** The person with the guardians. */
  | { readonly volunteer: string }
  /** Whoever signs in with it. */
  | { readonly account: string }
  | { readonly leadersOfShift: string; readonly except?: readonly string[] }
  | { readonly leadersOf: string }
  /** The leaders of the teams that fit an open order best. */
  | { readonly takersOf: string }
  | { readonly approversOf: string; readonly except?: string }
  /** Who decides for a unit, or above it when nobody else does there. */
  | { readonly decidersOf: string; readonly except?: string };

/** Something that happened once, as the rows say it, however often it is told. */
export interface Happening {
  readonly kind: NoticeKind;
  readonly district: string;
  /** With `kind` and `at` it names the happening. */
  readonly thing: string;
  /** Epoch milliseconds, from the row itself. */
  readonly at: number;
  readonly to: Addressee;
  readonly facts: NoticeFacts;
}

/** Days before the end of a lot at which its owner is told (`docs/rules.md`). */
export const expiryNoticeDays = [60, 30, 7] as const;
/** Days after the order on which somebody who has not come yet is reminded (`docs/rules.md`). */
export const pickUpReminderDays = [3, 10, 13] as const;
/** How long before an offer ends its teams are reminded, in minutes (`docs/rules.md`). */
export const offerReminderMinutes = { urgent: 30, normal: 120 } as const;
/** How long after a visit should have been over it is asked after, in minutes (`docs/rules.md`). */
export const visitLateMinutes = 60;
/** How long before a claim, or the time for stars, ends its owner is reminded, in days (`docs/rules.md`). */
export const endingReminderDays = 1;
/** So many teams, the best ones, are told of an order that is open to all (`docs/rules.md`). */
export const openOrderTeams = 20;
/** The hour in Shanghai at which approvers are told that something waits (`docs/rules.md`). */
export const eveningHour = 18;
/** How long a message is kept (`docs/rules.md`). */
export const noticeDays = 180;
