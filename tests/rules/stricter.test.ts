import { describe, expect, test } from 'vitest';
import { settingCatalogue } from '../../shared/rules/setting-catalogue.ts';
import { effectiveSettings, settingKeys } from '../../shared/rules/settings.ts';
import { directionOf, isStricter, schoolSettingKeys } from '../../shared/rules/stricter.ts';

const from = '2026-09-01';
const everyPair = schoolSettingKeys.flatMap((key) => {
  const { min, max, default: usual } = settingCatalogue[key];
  return [min, usual, max].flatMap((district) => [min, usual, max].map((own) => ({ key, district, own })));
});

describe('of a district’s and a school’s value', () => {
  test.each(schoolSettingKeys)('the stricter one of %s holds, whichever that is', (wanted) => {
    for (const { key, district, own } of everyPair.filter((pair) => pair.key === wanted)) {
      const held = effectiveSettings([{ key, value: district, from }], from, [{ key, value: own, from }])[key];
      expect(held).toBe(directionOf(key) === 'lower' ? Math.min(district, own) : Math.max(district, own));
    }
  });

  test('what is the district’s alone is not heard from a school', () => {
    for (const key of settingKeys.filter((one) => directionOf(one) === undefined)) {
      const { min, max } = settingCatalogue[key];
      for (const value of [min, max]) {
        expect(isStricter(key, value, min) || isStricter(key, value, max)).toBe(false);
        expect(effectiveSettings([], from, [{ key, value, from }])).toEqual(effectiveSettings([], from));
      }
    }
  });

  test('a school has the district’s version until a value of its own holds, and then another', () => {
    const district = [{ key: 'publicity_working_days', value: 6, from: '2026-09-01' }];
    const own = [{ key: 'publicity_working_days', value: 8, from: '2026-10-01' }];
    const version = (day: string, school = own) => effectiveSettings(district, day, school).version;
    expect(version('2026-09-30')).toBe(effectiveSettings(district, '2026-09-30').version);
    expect(version('2026-10-01')).toMatch(/^2026-10-01\./);
    expect(version('2026-10-01')).not.toBe(effectiveSettings(district, '2026-10-01').version);
    const looser = [{ key: 'publicity_working_days', value: 4, from: '2026-10-01' }];
    expect(version('2026-10-01', looser)).toBe(effectiveSettings(district, '2026-10-01').version);
  });
});
