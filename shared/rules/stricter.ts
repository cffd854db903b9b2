/**
 * Where a school may be stricter than its district, and which way is stricter. The district's alone are what makes the
 * same service worth the same everywhere (points, stars, prices), what the law or a promise gives a person (consent,
 * expiry, pick-up), and numbers of which neither more nor less is always the stricter one (`docs/rules.md`).
 */
import type { CategoryKey } from './category-settings.ts';
import type { SettingKey } from './setting-catalogue.ts';
import type { StarKey } from './stars.ts';

const strictness = {
  rounding_minutes: 'district',
  session_minutes_min: 'higher',
  record_days_late: 'lower',
  approval_days: 'lower',
  record_days_max: 'lower',
  publicity_working_days: 'higher',
  hours_age_min: 'higher',
  consent_age: 'district',
  points_per_hour: 'district',
  grade_d_points_percent: 'district',
  points_minutes_per_day_minor: 'lower',
  points_minutes_per_day_adult: 'lower',
  guardian_age_end: 'district',
  late_consent_days: 'lower',
  year_undo_days: 'district',
  administrator_totp: 'district',
  overrun_minutes_max: 'lower',
  preparation_minutes_max: 'lower',
  session_minutes_max_primary: 'lower',
  day_minutes_max_primary: 'lower',
  day_minutes_max_junior: 'lower',
  day_minutes_max_senior: 'lower',
  day_minutes_max_school_day: 'lower',
  day_minutes_automatic_adult: 'lower',
  day_minutes_unit_adult: 'district',
  early_age: 'district',
  child_start_minute: 'higher',
  child_end_minute: 'lower',
  teen_start_minute: 'higher',
  teen_end_minute: 'lower',
  risk_age_min: 'higher',
  make_up_minutes_per_month: 'lower',
  make_up_team_percent_alarm: 'lower',
  make_up_team_percent_max: 'lower',
  make_up_team_minutes_free: 'lower',
  anomaly_minutes_to_approval: 'higher',
  anomaly_same_lengths: 'lower',
  alarm_working_days: 'lower',
  check_in_early_minutes: 'lower',
  free_cancel_hours: 'higher',
  free_cancel_hours_duty: 'higher',
  offer_hours: 'lower',
  offer_hours_soon: 'lower',
  excuse_working_days: 'lower',
  absences_before_approval: 'lower',
  absences_before_pause: 'lower',
  absence_pause_days: 'higher',
  goodwill_points: 'lower',
  offline_scan_hours: 'lower',
  pick_up_days: 'district',
  returned_points_days_min: 'district',
  open_redemptions_max: 'lower',
  same_item_days: 'higher',
  points_per_month_primary_max: 'lower',
  balance_points_max_minor: 'district',
  balance_points_max_adult: 'district',
  debt_repaid_percent_minor: 'district',
  debt_repaid_percent_adult: 'district',
  adjustment_points_max: 'lower',
  stars_months_min: 'district',
  stars_rating_tenths_min: 'district',
  stars_grade_d_percent_max: 'district',
  gift_claim_days: 'district',
  reward_price_points_min: 'district',
  reward_price_points_max: 'district',
  redeem_alone_age_min: 'higher',
  booking_cancel_hours: 'district',
  quality_bonus_percent: 'district',
  quality_bonus_points_month_max: 'district',
  office_opens_minute: 'district',
  office_closes_minute: 'district',
  order_triage_urgent_minutes: 'district',
  order_triage_days: 'district',
  order_offer_teams: 'district',
  order_offer_urgent_minutes: 'district',
  order_offer_minutes: 'district',
  order_open_minutes: 'district',
  order_days_max: 'district',
  order_rating_days: 'district',
  order_call_back_stars: 'district',
  order_call_back_days: 'district',
  order_drops_max: 'district',
  order_drop_days: 'district',
  home_visit_age_min: 'higher',
  home_visit_age_accompanied: 'higher',
  order_contact_hours: 'district',
  wish_yuan_max: 'district',
  wish_claim_days: 'district',
  wish_list_days: 'district',
  wishes_per_year: 'district',
} as const satisfies Record<Exclude<SettingKey, StarKey | CategoryKey>, Direction | 'district'>;

/** Which way a number goes to be stricter. */
export type Direction = 'lower' | 'higher';
type Given = typeof strictness;
/** A setting for which a school may have a value of its own. */
export type SchoolSettingKey = { [Key in keyof Given]: Given[Key] extends Direction ? Key : never }[keyof Given];

export const schoolDirections = Object.fromEntries(
  Object.entries(strictness).filter(([, direction]) => direction !== 'district'),
) as Readonly<Record<SchoolSettingKey, Direction>>;
export const schoolSettingKeys = Object.keys(schoolDirections) as readonly SchoolSettingKey[];

/** Which way a school may go; undefined for what is the district's alone. */
export const directionOf = (key: SettingKey): Direction | undefined =>
  (schoolDirections as Partial<Record<SettingKey, Direction>>)[key];

/** Whether one value of a setting is stricter than another; never for what is the district's alone. */
export function isStricter(key: SettingKey, one: number, other: number): boolean {
  const direction = directionOf(key);
  if (direction === undefined) return false;
  return direction === 'lower' ? one < other : one > other;
}
