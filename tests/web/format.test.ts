import { expect, test } from 'vitest';
import { hoursText } from '../../web/format.ts';

test('§6.1 display/legal unit: minutes are read as hours with one decimal, cut and never rounded up', () => {
  expect([0, 5, 6, 60, 95, 96, 759].map((minutes) => hoursText(minutes, 'zh-CN'))).toEqual([
    '0',
    '0',
    '0.1',
    '1',
    '1.5',
    '1.6',
    '12.6',
  ]);
  expect(hoursText(70_000 * 60, 'en')).toBe('70,000');
});
