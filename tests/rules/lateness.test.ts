import { expect, test } from 'vitest';
import { startOfDay } from '../../shared/rules/calendar.ts';
import { latenessOf } from '../../shared/rules/lateness.ts';
import { publicityDaysLeft } from '../../shared/rules/objections.ts';
import { effectiveSettings } from '../../shared/rules/settings.ts';

const settings = effectiveSettings([], '2026-03-02');
// A Monday; the ten working days after it are 3–6, 9–13 and 16 March 2026.
const ended = Date.parse('2026-03-02T09:00:00Z');
const late = (day: string, waitsFor: string) => latenessOf({ ended, waitsFor, now: startOfDay(day) }, settings, {});

test('§6.1 recording deadline: 3 working days at the leader, 2 more at the approver, then 8 and 10', () => {
  expect(late('2026-03-05', 'leader')).toBeUndefined();
  expect(late('2026-03-06', 'leader')).toBe('leader');
  expect(late('2026-03-06', 'approver')).toBeUndefined();
  expect(late('2026-03-10', 'approver')).toBe('approval');
  expect(late('2026-03-13', 'second_approver')).toBe('alarm');
  expect(late('2026-03-17', 'leader')).toBe('legal');
});

test('what is public or decided is not late', () => {
  for (const waitsFor of ['publicity', 'objection']) expect(late('2026-03-17', waitsFor)).toBeUndefined();
});

test('publicity goes on for the working days that were left, one at least', () => {
  const dueAt = startOfDay('2026-03-10');
  expect(publicityDaysLeft(startOfDay('2026-03-04'), dueAt, {})).toBe(3);
  expect(publicityDaysLeft(startOfDay('2026-03-09'), dueAt, {})).toBe(1);
});
