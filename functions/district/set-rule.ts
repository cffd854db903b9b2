/** Gives a rule a new value from today or a later day on: what was done under the old value stays as it was. */
import type { district } from '../../shared/contracts/district.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { SettingKey } from '../../shared/rules/setting-catalogue.ts';
import { settingAllows } from '../../shared/rules/settings.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Item, Target, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type RuleVersion, rulesAt, rulesOf, rulesWrite } from './rows.ts';

type Route = (typeof district)['POST /api/rules'];

export const setRule: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    mustBeSettable(body, now);
    const place = rulesAt(who.district);
    const [item] = await tools.store.get([place]);
    const write = addingRule(place, item, { ...body, by: who.person, at: now });
    return { result: ruleName(body), writes: [write], answer: body };
  },
  show: ({ who }, tools, result) => showRule(tools, rulesAt(who.district), result),
};

interface Said {
  readonly key: SettingKey;
  readonly value: number;
  readonly from: string;
}

/** @throws rule_value_invalid, rule_in_past */
export function mustBeSettable({ key, value, from }: Said, now: number): void {
  if (!settingAllows(key, value)) throw new Problem('rule_value_invalid');
  if (from < shanghaiDay(now)) throw new Problem('rule_in_past');
}

/** What names a version among those of one place. */
export const ruleName = ({ key, from }: Pick<Said, 'key' | 'from'>) => `${key}#${from}`;

/** One more version; what was said for the same first day goes. */
export function addingRule(place: Target, item: Item | undefined, rule: RuleVersion): Write {
  const rules = rulesOf(item);
  const others = rules.versions.filter((version) => ruleName(version) !== ruleName(rule));
  return rulesWrite(place, { ...rules, versions: [...others, rule] });
}

export async function showRule(tools: Tools, place: Target, name: string): Promise<RuleVersion> {
  const [item] = await tools.store.get([place]);
  const rule = rulesOf(item).versions.find((version) => ruleName(version) === name);
  if (!rule) throw new Error('A rule has vanished');
  return rule;
}
