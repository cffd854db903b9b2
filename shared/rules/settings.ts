/**
 * The settings on a day: the catalogue's defaults, or what the district has set from some day on, or what a school has
 * set where that is stricter.
 */
import type { Day } from './calendar.ts';
import { type SettingKey, settingCatalogue } from './setting-catalogue.ts';
import { isStricter } from './stricter.ts';

export const settingKeys = Object.keys(settingCatalogue) as readonly SettingKey[];

/** A value of a setting and the first day of service it holds for. */
export interface SettingVersion {
  readonly key: string;
  readonly value: number;
  readonly from: Day;
}

/** Every setting's value on one day, and a short name for this set of values, to freeze on records. */
export type Settings = Readonly<Record<SettingKey, number>> & { readonly version: string };

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingCatalogue, key);
}

/** Whether a district may choose a value: a whole number within the catalogue's range. */
export function settingAllows(key: SettingKey, value: number): boolean {
  const { min, max } = settingCatalogue[key];
  return Number.isInteger(value) && value >= min && value <= max;
}

/**
 * The settings that hold on a day: of each key the version with the latest first day that has come. Keys this release
 * does not know are passed over.
 * @param own what a school has set: it holds where it is stricter on that day, so that no school is ever looser than
 * its district, whichever of the two changed last
 */
export function effectiveSettings(
  versions: readonly SettingVersion[],
  day: Day,
  own: readonly SettingVersion[] = [],
): Settings {
  const chosen = chosenOn(versions, day);
  for (const [key, version] of chosenOn(own, day)) {
    const value = chosen.get(key)?.value ?? settingCatalogue[key].default;
    if (isStricter(key, version.value, value)) chosen.set(key, version);
  }
  // The same few sets are asked for again and again: by every request, for every record.
  const name = [...chosen.values()].map(({ key, value, from }) => `${key}=${value}@${from}`).join();
  const settings = knownSets.get(name) ?? settingsOf(chosen);
  if (knownSets.size >= knownSetsMax) knownSets.clear();
  knownSets.set(name, settings);
  return settings;
}
const knownSets = new Map<string, Settings>();
const knownSetsMax = 1_000;

/** Of each key the version with the latest first day that has come. */
export function chosenOn<Version extends SettingVersion>(
  versions: readonly Version[],
  day: Day,
): Map<SettingKey, Version> {
  const chosen = new Map<SettingKey, Version>();
  for (const version of versions) {
    const { key, from } = version;
    if (isSettingKey(key) && from <= day && from >= (chosen.get(key)?.from ?? '')) chosen.set(key, version);
  }
  return chosen;
}

function settingsOf(chosen: ReadonlyMap<SettingKey, SettingVersion>): Settings {
  const values = {} as Record<SettingKey, number>;
  for (const key of settingKeys) values[key] = chosen.get(key)?.value ?? settingCatalogue[key].default;
  const firstDays = [...chosen.values()].map(({ from }) => from).sort();
  return { ...values, version: `${firstDays.at(-1) ?? 'default'}.${fingerprint(values)}` };
}

/** The order of the catalogue may change without a new name for the same values. */
const keysByName = [...settingKeys].sort();

/** FNV-1a over all keys and values: the same set has the same name, and another all but certainly another. */
function fingerprint(values: Readonly<Record<SettingKey, number>>): string {
  let hash = 0x811c9dc5;
  const said = keysByName.map((key) => `${key}=${values[key]}`).join();
  for (let at = 0; at < said.length; at++) hash = Math.imul(hash ^ said.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
