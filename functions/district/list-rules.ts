/** Every rule a district may set: what it means, its value on a day, its range, and all its versions. */
import type { district } from '../../shared/contracts/district.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { settingCatalogue } from '../../shared/rules/setting-catalogue.ts';
import { effectiveSettings, settingKeys } from '../../shared/rules/settings.ts';
import type { Ask } from '../platform/ask.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { ruleOf, rulesOf } from './rows.ts';

type Route = (typeof district)['GET /api/rules'];

export async function listRules({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const versions = (await readAll(tools.store, rulesOf(who.district))).map(ruleOf);
  const settings = effectiveSettings(versions, query.on ?? shanghaiDay(now));
  return {
    items: settingKeys.map((key) => ({
      key,
      ...settingCatalogue[key],
      value: settings[key],
      versions: versions.filter((version) => version.key === key),
    })),
  };
}
