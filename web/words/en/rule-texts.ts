/** What the API's texts on rules say, in English. */
import type { SettingKey } from '../../../shared/rules/setting-catalogue.ts';

type Texts = Readonly<Partial<Record<SettingKey, { readonly title: string; readonly meaning: string }>>>;

const weighed = 'Service of this kind brings this share of its points; hours are never weighted';

const numbers: Texts = {
  rounding_minutes: {
    title: 'Rounding of minutes',
    meaning: 'The minutes of each service are cut down to a multiple of this',
  },
  session_minutes_min: { title: 'Shortest service', meaning: 'A service shorter than this counts 0 minutes' },
  record_days_late: {
    title: 'Recorded in time',
    meaning: 'Within so many working days after a service it is evidence of grade C, later a make-up of grade D',
  },
  approval_days: {
    title: 'Time for approval',
    meaning: 'So many working days after that, approval should be done; what is later stands first in the queue',
  },
  record_days_max: {
    title: 'Last day to record',
    meaning: 'So many days after a service it can no longer be recorded',
  },
  publicity_working_days: {
    title: 'Publicity',
    meaning: 'Approved records are public for so many working days before they count; 0 means at once',
  },
  preparation_minutes_max: { title: 'Preparation', meaning: 'What a leader may fix for a shift, for all who came' },
  overrun_minutes_max: {
    title: 'After the planned end',
    meaning: 'Service after the planned end counts this long at most; coming early does not count',
  },
  session_minutes_max_primary: { title: 'A session at primary school', meaning: 'What is longer does not count' },
  day_minutes_max_primary: { title: 'A day at primary school', meaning: 'What is longer does not count' },
  day_minutes_max_junior: { title: 'A day at junior high', meaning: 'What is longer does not count' },
  day_minutes_max_senior: {
    title: 'A day at senior high',
    meaning: 'For those under 18, what is longer does not count',
  },
  day_minutes_max_school_day: {
    title: 'A school day',
    meaning: 'For those under 18 on a working day outside July and August, what is longer does not count',
  },
  day_minutes_automatic_adult: {
    title: 'An adult’s day without a higher approver',
    meaning: 'A longer day is approved by the unit’s administrator',
  },
  day_minutes_unit_adult: {
    title: 'An adult’s day approved by the unit',
    meaning: 'A longer day is approved by the district',
  },
  early_age: {
    title: 'Age of shorter hours',
    meaning: 'Below this age the children’s first and last minute hold, from it to 18 the teenagers’',
  },
  child_start_minute: {
    title: 'Children’s first minute',
    meaning: 'Minutes after midnight; service outside does not count; 420 is 7:00',
  },
  child_end_minute: {
    title: 'Children’s last minute',
    meaning: 'Minutes after midnight; service outside does not count; 1140 is 19:00',
  },
  teen_start_minute: {
    title: 'Teenagers’ first minute',
    meaning: 'Minutes after midnight; service outside does not count; 390 is 6:30',
  },
  teen_end_minute: {
    title: 'Teenagers’ last minute',
    meaning: 'Minutes after midnight; service outside does not count; 1260 is 21:00',
  },
  risk_age_min: {
    title: 'Age for risky service',
    meaning: 'Service of risk level 2 and above is recorded from this age on',
  },
  make_up_minutes_per_month: {
    title: 'Make-up a month',
    meaning: 'Of what a person’s service of a month was recorded late, more than this does not count',
  },
  make_up_team_percent_alarm: {
    title: 'Share of make-up to look at',
    meaning: 'A team with a larger share in a month is listed as an anomaly',
  },
  make_up_team_percent_max: {
    title: 'Largest share of make-up',
    meaning: 'Make-up with which a team’s late minutes of a month would be more than this is not taken',
  },
  make_up_team_minutes_free: {
    title: 'Make-up without a look at shares',
    meaning: 'A team’s make-up of a month below this is not judged by its share',
  },
  anomaly_minutes_to_approval: {
    title: 'Approved too fast',
    meaning: 'Approved sooner than this after it was entered, it is listed as an anomaly',
  },
  anomaly_same_lengths: {
    title: 'All of one length',
    meaning: 'So many services of a team’s month, late or different and entered by hand, all of one length, are listed',
  },
  alarm_working_days: {
    title: 'Alarm',
    meaning: 'So many working days after a service without approval it is marked as an alarm',
  },
  hours_age_min: {
    title: 'Age for hours',
    meaning: 'From this age on service counts hours and points; younger children get a stamp',
  },
  consent_age: {
    title: 'Age for consent',
    meaning: 'Below this age nothing but the roster is kept until a guardian consents',
  },
  guardian_age_end: {
    title: 'Age at which guardians’ rights end',
    meaning: 'From this age on guardians cannot look any more, and consent is the person’s own',
  },
  late_consent_days: {
    title: 'Consents that come later',
    meaning: 'Whoever was left out of a shift for want of a consent may be added within so many days',
  },
  points_per_hour: { title: 'Points per hour', meaning: 'Points for an hour of service; fractions are dropped' },
  grade_d_points_percent: {
    title: 'Points of make-ups',
    meaning: 'Service of grade D counts all its minutes and this share of the points',
  },
  points_minutes_per_day_minor: {
    title: 'Minutes a day for points, minors',
    meaning: 'More minutes of a day count as hours but bring no points',
  },
  points_minutes_per_day_adult: {
    title: 'Minutes a day for points, adults',
    meaning: 'More minutes of a day count as hours but bring no points',
  },
  pick_up_days: {
    title: 'Time to pick up',
    meaning: 'What is not picked up within so many days is cancelled and its points are given back',
  },
  returned_points_days_min: {
    title: 'Life of returned points',
    meaning: 'Returned points keep their last day, but are good for at least so many days',
  },
  open_redemptions_max: { title: 'Open redemptions', meaning: 'One person has at most so many waiting' },
  same_item_days: {
    title: 'The same reward again',
    meaning: 'The same reward only once in so many days; 0 means no limit',
  },
  stars_months_min: {
    title: 'Stars: months registered',
    meaning: 'A level counts once somebody has been registered so many months; 0 means no limit',
  },
  stars_rating_tenths_min: {
    title: 'Stars: quality',
    meaning: 'Where there are ratings, their average must be so many tenths of a point, of 5 points; 0 means no limit',
  },
  stars_grade_d_percent_max: {
    title: 'Stars: late entries',
    meaning: 'A new level counts while at most this share of the hours has evidence grade D; 100 means no limit',
  },
  gift_claim_days: { title: 'Time to claim a gift', meaning: 'A star gift is claimed within so many days' },
  reward_price_points_min: { title: 'Lowest price', meaning: 'No reward costs less' },
  reward_price_points_max: { title: 'Highest price', meaning: 'No reward costs more' },
  quality_bonus_percent: {
    title: 'Bonus for excellent service',
    meaning: 'A service its leader rated 5 brings this share of its points more, rounded down; 0 means none',
  },
  quality_bonus_points_month_max: {
    title: 'Bonus a month',
    meaning: 'What a person gets beyond the points at most for the services of a calendar month',
  },
  goodwill_points: { title: 'Goodwill', meaning: 'Points a head for those sent home within two hours of the start' },
  category_percent_environment: { title: 'Points for “Environment”', meaning: weighed },
  category_percent_promotion: { title: 'Points for “Promotion”', meaning: weighed },
  category_percent_order: { title: 'Points for “Public order”', meaning: weighed },
  category_percent_care: { title: 'Points for “Care”', meaning: weighed },
  category_percent_other: { title: 'Points for “Other”', meaning: weighed },
  booking_cancel_hours: {
    title: 'Cancelling a booking',
    meaning: 'A booked service can be cancelled until so many hours before it begins; 0 means until it begins',
  },
  redeem_alone_age_min: {
    title: 'Redeeming alone',
    meaning: 'Below this age a guardian or a teacher redeems',
  },
  points_per_month_primary_max: {
    title: 'Points a month, primary school',
    meaning: 'What a pupil of primary school redeems at most in a calendar month',
  },
};

const stars = { primary: 'Primary school', junior: 'Junior high', senior: 'Senior high', national: 'Volunteer' };

const starTexts = Object.entries(stars).flatMap(([scheme, name]) =>
  [1, 2, 3, 4, 5].map((level) => [
    `star_${scheme}_${level}_minutes`,
    { title: `${name}, star ${level}`, meaning: 'Whoever has served so long gets this star' },
  ]),
);

export const ruleTexts: Texts = { ...numbers, ...Object.fromEntries(starTexts) };
