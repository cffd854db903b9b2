import { hoursText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import type { RulesWords } from '../../words/rules.ts';
import type { Rule } from './groups.ts';

/** From here on minutes are easier to grasp as hours. */
const hoursFromMinutes = 120;

/** `5 工作日`, or `3,000 分钟，即 50 小时`. */
export function valueText(words: RulesWords, language: Language, rule: Rule, value: number): string {
  const text = words.value(numberText(value, language), words.unitOf(rule.unit));
  const isLong = rule.key.includes('minutes') && value >= hoursFromMinutes;
  return isLong ? `${text} (${words.hours(hoursText(value, language))})` : text;
}
