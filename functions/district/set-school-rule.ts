/**
 * A school gives a rule a value of its own from today or a later day on. It is never looser than the district's of that
 * day; should the district become stricter afterwards, the district's holds.
 */
import type { district } from '../../shared/contracts/district.ts';
import { settingCatalogue } from '../../shared/rules/setting-catalogue.ts';
import { isStricter, type SchoolSettingKey } from '../../shared/rules/stricter.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Item, Write } from '../platform/store/port.ts';
import { settingsOn } from './read-district.ts';
import { rulesAt, rulesOf, rulesWrite, schoolRulesAt } from './rows.ts';
import { schoolInScope } from './school-in-scope.ts';
import { addingRule, mustBeSettable, ruleName, showRule } from './set-rule.ts';

type Route = (typeof district)['POST /api/schools/{school}/rules'];

export const setSchoolRule: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const school = schoolInScope(who, params.school);
    mustBeSettable(body, now);
    const place = schoolRulesAt(who.district, school);
    const [rules, own] = await tools.store.get([rulesAt(who.district), place]);
    const least = settingsOn(rules, body.from)[body.key];
    if (isStricter(body.key, least, body.value)) {
      throw new Problem('rule_looser', { detail: `区里从那天起是 ${least} ${settingCatalogue[body.key].unit}` });
    }
    const write = addingRule(place, own, { ...body, by: who.person, at: now });
    return { result: ruleName(body), writes: [write, ...namingSchool(who.district, rules, school)], answer: body };
  },
  async show({ who, params }, tools, result) {
    const rule = await showRule(tools, schoolRulesAt(who.district, params.school), result);
    return { ...rule, key: rule.key as SchoolSettingKey };
  },
};

/** The district's rules name every school that has some: whoever reads them knows whether there is more to read. */
function namingSchool(district: string, item: Item | undefined, school: string): Write[] {
  const rules = rulesOf(item);
  const named = rules.schools ?? [];
  return named.includes(school) ? [] : [rulesWrite(rulesAt(district), { ...rules, schools: [...named, school] })];
}
