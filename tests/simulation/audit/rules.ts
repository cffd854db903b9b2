/** What a district's rules say, of those that never change within a history. */

import type { Stored } from '../../../scripts/audit/stored.ts';
import { type SettingKey, settingCatalogue } from '../../../shared/rules/setting-catalogue.ts';

export function ruleOf({ District }: Stored, key: SettingKey): number {
  const { versions } = District.get('D RULES') as unknown as { versions: { key: string; value: number }[] };
  return versions.find((version) => version.key === key)?.value ?? settingCatalogue[key].default;
}
