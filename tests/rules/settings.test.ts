import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingCatalogue } from '../../shared/rules/setting-catalogue.ts';
import { effectiveSettings, isSettingKey, settingAllows, settingKeys } from '../../shared/rules/settings.ts';
import { starSchemes } from '../../shared/rules/star-settings.ts';
import { directionOf } from '../../shared/rules/stricter.ts';

const none = effectiveSettings([], '2026-10-01');

describe('the catalogue', () => {
  test.each(settingKeys)('%s has a whole default within its range, and says what it is', (key) => {
    const rule = settingCatalogue[key];
    expect(settingAllows(key, rule.default)).toBe(true);
    expect([rule.min, rule.max].every(Number.isInteger)).toBe(true);
    expect([rule.title, rule.meaning, rule.unit, rule.source].every((text) => text.length > 0)).toBe(true);
  });

  test('is what the district’s staff read in docs/rules.md', () => {
    const told = readFileSync(join(import.meta.dirname, '../../docs/rules.md'), 'utf8').split('\n');
    const plain = settingKeys.filter((key) => !key.startsWith('star_'));
    const rows = plain.map((key) => {
      const { title, meaning, unit, min, max, source, default: value } = settingCatalogue[key];
      const school = { lower: '更低', higher: '更高', none: '—' }[directionOf(key) ?? 'none'];
      return `| ${title} | ${meaning} | ${value} ${unit} | ${min}–${max} | ${school} | ${source} | \`${key}\` |`;
    });
    expect(told).toEqual(expect.arrayContaining(rows));
    for (const [scheme, { title, hours, source }] of Object.entries(starSchemes)) {
      const row = told.find((line) => line.startsWith(`| ${title} |`));
      expect(row).toContain(`| ${hours.join(' / ')} 小时 |`);
      expect(row).toContain(`| ${source} | \`star_${scheme}_1_minutes\``);
    }
  });
});

describe('a value', () => {
  test.each([
    ['publicity_working_days', 0, true],
    ['publicity_working_days', -1, false],
    ['publicity_working_days', 2.5, false],
    ['consent_age', 13, false],
    ['hours_age_min', 9, false],
    ['points_per_hour', Number.NaN, false],
    ['points_per_hour', 61, false],
  ] as const)('%s = %d is allowed: %s', (key, value, allowed) => {
    expect(settingAllows(key, value)).toBe(allowed);
  });

  test('of an unknown or inherited name is no setting', () => {
    expect(isSettingKey('points_per_hour')).toBe(true);
    expect(isSettingKey('toString')).toBe(false);
  });
});

describe('settings in effect', () => {
  const versions = [
    { key: 'points_per_hour', value: 20, from: '2026-09-01' },
    { key: 'points_per_hour', value: 12, from: '2027-01-01' },
    { key: 'publicity_working_days', value: 0, from: '2026-10-01' },
    { key: 'of_a_later_release', value: 1, from: '2026-01-01' },
  ];

  test.each([
    ['2026-08-31', 10, 5],
    ['2026-09-01', 20, 5],
    ['2026-10-01', 20, 0],
    ['2026-12-31', 20, 0],
    ['2027-01-01', 12, 0],
  ])('on %s are those of the latest first day that has come', (day, pointsPerHour, publicityDays) => {
    const settings = effectiveSettings(versions, day);
    expect([settings.points_per_hour, settings.publicity_working_days]).toEqual([pointsPerHour, publicityDays]);
    expect(effectiveSettings(versions.toReversed(), day)).toEqual(settings);
    expect(settings).not.toHaveProperty('of_a_later_release');
  });

  test('carry a short name that changes with any value and with nothing else', () => {
    const [first] = versions;
    const before = effectiveSettings(first ? [first] : [], '2026-10-01');
    const after = effectiveSettings(versions, '2026-10-01');
    expect(none.version).toMatch(/^default\.[0-9a-z]{1,7}$/);
    expect(before.version).toMatch(/^2026-09-01\.[0-9a-z]{1,7}$/);
    expect(new Set([none.version, before.version, after.version]).size).toBe(3);
    expect(effectiveSettings(versions, '2026-12-31').version).toBe(after.version);
  });

  test('two changes on one day do not share a name', () => {
    const names = settingKeys.map((key) => {
      const { default: usual, min, max } = settingCatalogue[key];
      const value = usual === max ? min : max;
      return effectiveSettings([{ key, value, from: '2026-10-01' }], '2026-10-01').version;
    });
    expect(new Set(names).size).toBe(settingKeys.length);
  });
});
