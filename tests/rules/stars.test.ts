import { describe, expect, test } from 'vitest';
import { effectiveSettings } from '../../shared/rules/settings.ts';
import { starProgress, starsOf } from '../../shared/rules/stars.ts';

const settings = effectiveSettings([], '2026-10-01');
const hours = (count: number) => count * 60;

describe('stars', () => {
  test.each([
    ['§6.3 adults: all of a life', 'national', [100, 300, 600, 1000, 1500]],
    ['§6.3 senior high: the stage', 'senior', [20, 40, 60, 80, 120]],
    ['§6.3 junior high: the stage', 'junior', [10, 20, 40, 60, 80]],
    ['§6.3 primary: the stage', 'primary', [5, 10, 20, 35, 50]],
  ] as const)('%s has levels that begin at their minute and not before', (_, scheme, thresholds) => {
    thresholds.forEach((threshold, index) => {
      expect(starProgress(scheme, hours(threshold), settings).level).toBe(index + 1);
      expect(starProgress(scheme, hours(threshold) - 1, settings)).toEqual({
        level: index,
        minutes: hours(threshold) - 1,
        nextLevel: index + 1,
        missingMinutes: 1,
      });
    });
  });

  test('start at none and end at five with nothing missing', () => {
    expect(starProgress('primary', 0, settings)).toEqual({ level: 0, minutes: 0, nextLevel: 1, missingMinutes: 300 });
    expect(starProgress('primary', 9_999, settings)).toEqual({ level: 5, minutes: 9_999 });
  });

  test('need every level below, also where a district set a lower one higher', () => {
    const uneven = { ...settings, star_primary_1_minutes: hours(30) };
    expect(starProgress('primary', hours(25), uneven)).toMatchObject({
      level: 0,
      nextLevel: 1,
      missingMinutes: hours(5),
    });
    expect(starProgress('primary', hours(30), uneven).level).toBe(3);
  });

  test('of a pupil are those of the present stage, by its minutes, and the national ones, by those of a life', () => {
    const served = { life: hours(120), byStage: { primary: hours(100), junior: hours(20) } };
    expect(starsOf('junior', served, settings).map(({ scheme, progress }) => [scheme, progress.level])).toEqual([
      ['junior', 2],
      ['national', 1],
    ]);
    expect(starsOf('senior', served, settings)[0]?.progress.level).toBe(0);
  });

  test('of someone who is no pupil are the national ones', () => {
    expect(starsOf(undefined, { life: 0, byStage: {} }, settings).map(({ scheme }) => scheme)).toEqual(['national']);
  });
});
