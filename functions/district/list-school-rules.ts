/**
 * The rules in which a school may be stricter: what the district says, what the school itself has said, and the
 * stricter of the two, which holds. For whoever belongs to the school, and for those above it.
 */
import type { district } from '../../shared/contracts/district.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { settingCatalogue } from '../../shared/rules/setting-catalogue.ts';
import { chosenOn, effectiveSettings } from '../../shared/rules/settings.ts';
import { schoolDirections, schoolSettingKeys } from '../../shared/rules/stricter.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { versionsOf } from './list-rules.ts';
import { isOnLine } from './list-units.ts';
import { rulesAt, rulesOf, schoolRulesAt } from './rows.ts';

type Route = (typeof district)['GET /api/schools/{school}/rules'];

export async function listSchoolRules({ who, params, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  if (who.units.get(params.school)?.kind !== 'school' || !isOnLine(who, params.school)) throw new Problem('not_found');
  const places = [rulesAt(who.district), schoolRulesAt(who.district, params.school)];
  const [rules, ownRules] = await tools.store.get(places);
  const [{ versions }, { versions: own }] = [rulesOf(rules), rulesOf(ownRules)];
  const day = query.on ?? shanghaiDay(now);
  const [least, held, chosen] = [
    effectiveSettings(versions, day),
    effectiveSettings(versions, day, own),
    chosenOn(own, day),
  ];
  return {
    items: schoolSettingKeys.map((key) => ({
      key,
      ...settingCatalogue[key],
      stricter: schoolDirections[key],
      district: least[key],
      own: chosen.get(key)?.value,
      value: held[key],
      versions: versionsOf(key, own),
    })),
  };
}
