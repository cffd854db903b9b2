/** Rules in the order in which a district's staff think of them. */
import type { SettingKey } from '../../../shared/rules/setting-catalogue.ts';
import type { StarKey } from '../../../shared/rules/stars.ts';
import type { ItemOf } from '../../api/read.ts';
import type { RulesWords } from '../../words/rules.ts';

export type Rule = ItemOf<'GET /api/rules'>;
/** What a school has set beside its district. */
export type OwnRule = ItemOf<'GET /api/schools/{school}/rules'>;
export type Group = keyof RulesWords['groups'];

const groupOf: Readonly<Record<Exclude<SettingKey, StarKey>, Group>> = {
  rounding_minutes: 'record',
  session_minutes_min: 'record',
  record_days_late: 'record',
  approval_days: 'record',
  record_days_max: 'record',
  publicity_working_days: 'record',
  overrun_minutes_max: 'day',
  preparation_minutes_max: 'day',
  session_minutes_max_primary: 'day',
  day_minutes_max_primary: 'day',
  day_minutes_max_junior: 'day',
  day_minutes_max_senior: 'day',
  day_minutes_max_school_day: 'day',
  day_minutes_automatic_adult: 'day',
  day_minutes_unit_adult: 'day',
  early_age: 'people',
  child_start_minute: 'day',
  child_end_minute: 'day',
  teen_start_minute: 'day',
  teen_end_minute: 'day',
  risk_age_min: 'people',
  make_up_minutes_per_month: 'record',
  make_up_team_percent_alarm: 'record',
  make_up_team_percent_max: 'record',
  make_up_team_minutes_free: 'record',
  anomaly_minutes_to_approval: 'record',
  anomaly_same_lengths: 'record',
  alarm_working_days: 'record',
  check_in_early_minutes: 'record',
  free_cancel_hours: 'people',
  free_cancel_hours_duty: 'people',
  offer_hours: 'people',
  offer_hours_soon: 'people',
  excuse_working_days: 'people',
  absences_before_approval: 'people',
  absences_before_pause: 'people',
  absence_pause_days: 'people',
  goodwill_points: 'points',
  offline_scan_hours: 'record',
  hours_age_min: 'people',
  consent_age: 'people',
  guardian_age_end: 'people',
  late_consent_days: 'people',
  year_undo_days: 'people',
  administrator_totp: 'people',
  points_per_hour: 'points',
  grade_d_points_percent: 'points',
  category_percent_environment: 'points',
  category_percent_promotion: 'points',
  category_percent_order: 'points',
  category_percent_care: 'points',
  category_percent_other: 'points',
  points_minutes_per_day_minor: 'points',
  points_minutes_per_day_adult: 'points',
  balance_points_max_minor: 'points',
  balance_points_max_adult: 'points',
  debt_repaid_percent_minor: 'points',
  debt_repaid_percent_adult: 'points',
  adjustment_points_max: 'points',
  pick_up_days: 'redeem',
  returned_points_days_min: 'redeem',
  open_redemptions_max: 'redeem',
  same_item_days: 'redeem',
  points_per_month_primary_max: 'redeem',
  stars_months_min: 'redeem',
  stars_rating_tenths_min: 'redeem',
  stars_grade_d_percent_max: 'redeem',
  gift_claim_days: 'redeem',
  reward_price_points_min: 'redeem',
  reward_price_points_max: 'redeem',
  redeem_alone_age_min: 'redeem',
  booking_cancel_hours: 'redeem',
  office_opens_minute: 'help',
  office_closes_minute: 'help',
  order_triage_urgent_minutes: 'help',
  order_triage_days: 'help',
  order_offer_teams: 'help',
  order_offer_urgent_minutes: 'help',
  order_offer_minutes: 'help',
  order_open_minutes: 'help',
  order_days_max: 'help',
  order_rating_days: 'help',
  order_call_back_stars: 'help',
  order_call_back_days: 'help',
  order_drops_max: 'help',
  order_drop_days: 'help',
  home_visit_age_min: 'help',
  home_visit_age_accompanied: 'help',
  order_contact_hours: 'help',
  wish_yuan_max: 'help',
  wish_claim_days: 'help',
  wish_list_days: 'help',
  wishes_per_year: 'help',
  quality_bonus_percent: 'points',
  quality_bonus_points_month_max: 'points',
};
const isNumbered = (key: SettingKey): key is keyof typeof groupOf => Object.hasOwn(groupOf, key);
/** `star_primary_3_minutes` belongs to `primary`. */
const placeOf = (key: SettingKey): Group => (isNumbered(key) ? groupOf[key] : (key.split('_')[1] as Group));

export const rulesIn = (rules: readonly Rule[], group: Group): readonly Rule[] =>
  rules.filter(({ key }) => placeOf(key) === group);

export type Standing = 'past' | 'current' | 'upcoming';

/** Versions of a rule, the first ones first, each with how it stands on a day. */
export function standingOf<Version extends { readonly from: string }>(
  versions: readonly Version[],
  today: string,
): readonly (Version & { standing: Standing })[] {
  const current = versions.findLast(({ from }) => from <= today);
  return versions.map((version) => {
    const started = version === current ? 'current' : 'past';
    return { ...version, standing: version.from > today ? 'upcoming' : started };
  });
}

/** What a school may choose for a day on: from the district's value of that day as far as the rule goes. */
export function rangeOfSchool(rule: Rule, { stricter }: OwnRule, from: string) {
  const district = rule.versions.findLast((version) => version.from <= from)?.value ?? rule.default;
  return stricter === 'lower' ? { district, min: rule.min, max: district } : { district, min: district, max: rule.max };
}
