/** Every rule a district may set: what it means, its value on a day, its range, and all its versions. */
import type { district } from '../../shared/contracts/district.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { settingCatalogue } from '../../shared/rules/setting-catalogue.ts';
import { effectiveSettings, type SettingVersion, settingKeys } from '../../shared/rules/settings.ts';
import { directionOf } from '../../shared/rules/stricter.ts';
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
      stricter: directionOf(key),
      versions: versionsOf(key, versions),
    })),
  };
}

/** All of one rule, the first ones first. */
export const versionsOf = <Key extends string, Version extends SettingVersion>(
  wanted: Key,
  versions: readonly Version[],
) =>
  versions
    .flatMap((version) => (version.key === wanted ? [{ ...version, key: wanted }] : []))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
