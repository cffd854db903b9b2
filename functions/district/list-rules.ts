/** Every rule a district may set: what it means, its value on a day, its range, and all its versions. */
import type { district } from '../../shared/contracts/district.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { settingCatalogue } from '../../shared/rules/setting-catalogue.ts';
import { effectiveSettings, settingKeys } from '../../shared/rules/settings.ts';
import type { Ask } from '../platform/ask.ts';
import type { Tools } from '../platform/tools.ts';
import { rulesAt, rulesOf } from './rows.ts';

type Route = (typeof district)['GET /api/rules'];

export async function listRules({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const [item] = await tools.store.get([rulesAt(who.district)]);
  const { versions } = rulesOf(item);
  const settings = effectiveSettings(versions, query.on ?? shanghaiDay(now));
  return {
    items: settingKeys.map((key) => ({
      key,
      ...settingCatalogue[key],
      value: settings[key],
      versions: versions
        .filter((version) => version.key === key)
        .sort((one, other) => (one.from < other.from ? -1 : 1)),
    })),
  };
}
