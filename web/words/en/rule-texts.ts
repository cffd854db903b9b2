/** What the API's texts on rules say, in English. */
import type { SettingKey } from '../../../shared/rules/setting-catalogue.ts';

type Texts = Readonly<Partial<Record<SettingKey, { readonly title: string; readonly meaning: string }>>>;

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
  hours_age_min: {
    title: 'Age for hours',
    meaning: 'From this age on service counts hours and points; younger children get a stamp',
  },
  consent_age: {
    title: 'Age for consent',
    meaning: 'Below this age nothing but the roster is kept until a guardian consents',
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
