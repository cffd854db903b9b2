import { describe, expect, test } from 'vitest';
import { ageOn, creditFor, isMinor, needsConsent } from '../../shared/rules/ages.ts';
import { effectiveSettings } from '../../shared/rules/settings.ts';

const settings = effectiveSettings([], '2026-10-01');

describe('an age', () => {
  test.each([
    ['2016-09-01', '2026-08-31', 9],
    ['2016-09-01', '2026-09-01', 10],
    ['2016-12-31', '2027-01-01', 10],
    ['2026-05-05', '2026-05-05', 0],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
    ['2012-02-28', '2028-02-29', 16],
    ['2011-03-01', '2028-02-29', 16],
  ])('of someone born on %s is on %s %i whole years', (birthDate, day, age) => {
    expect(ageOn(birthDate, day)).toBe(age);
  });

  test('of ten earns hours, below it a stamp', () => {
    expect(creditFor(9, settings)).toBe('stamp');
    expect(creditFor(10, settings)).toBe('hours');
    expect(creditFor(10, { hours_age_min: 12 })).toBe('stamp');
  });

  test('below fourteen needs a guardian’s consent', () => {
    expect(needsConsent(13, settings)).toBe(true);
    expect(needsConsent(14, settings)).toBe(false);
    expect(needsConsent(14, { consent_age: 16 })).toBe(true);
  });

  test('below eighteen is a minor’s', () => {
    expect(isMinor(17)).toBe(true);
    expect(isMinor(18)).toBe(false);
  });
});
