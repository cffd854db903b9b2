/** The rules of a history, drawn anew for each. */
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import type { SettingKey } from '../../shared/rules/setting-catalogue.ts';
import type { Random } from './random.ts';

/** A value of a rule and the first day it holds. */
export type Rule = readonly [key: SettingKey, value: number, from: string];

/** The rules of a history: short terms, so that much becomes due, and limits that are met in some and not in others. */
export function drawRules(random: Random, start: number): Rule[] {
  const everSince = '2024-01-01';
  const rules: Rule[] = [
    ['publicity_working_days', 0, everSince],
    ['pick_up_days', random.pick([1, 1, 14]), everSince],
    ['open_redemptions_max', random.pick([2, 10]), everSince],
    ['same_item_days', random.pick([0, 0, 30]), everSince],
    ['points_per_month_primary_max', random.pick([60, 2000, 2000]), everSince],
  ];
  if (random.chance(0.5)) rules.push(['balance_points_max_minor', 100, everSince]);
  rules.push(['quality_bonus_percent', 50, everSince]);
  rules.push(['quality_bonus_points_month_max', random.pick([20, 200]), everSince]);
  rules.push(['booking_cancel_hours', random.pick([0, 2, 24]), everSince]);
  rules.push(['year_undo_days', random.pick([1, 14]), everSince]);
  rules.push(['gift_claim_days', random.pick([180, 365]), everSince]);
  const firstStarMinutes = random.pick([60, 180]);
  for (const level of [1, 2, 3] as const) {
    rules.push([`star_primary_${level}_minutes`, firstStarMinutes + (level - 1) * 120, everSince]);
  }
  return random.chance(0.3) ? rules : [...rules, ['publicity_working_days', 1, addDays(shanghaiDay(start), -5)]];
}
