import { describe, expect, test } from 'vitest';
import { exceptionsOf, type Participation } from '../../shared/rules/exceptions.ts';

const minuteMs = 60_000;
const at = (time: string) => Date.parse(`2026-03-02T${time}:00+08:00`);
const afternoon = { from: at('14:00'), to: at('16:00') };
const whole = (grade: Participation['grade'] = 'C', times = afternoon): Participation => ({ ...times, grade });
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe('a shift as planned', () => {
  test('has no exceptions, entered by the leader’s list or by check-in', () => {
    expect(exceptionsOf(afternoon, times(40, whole('C')))).toEqual([]);
    expect(exceptionsOf(afternoon, times(40, whole('A')))).toEqual([]);
    expect(exceptionsOf(afternoon, [])).toEqual([]);
  });

  test('may take four hours, from six in the morning to nine in the evening', () => {
    for (const shift of [
      { from: at('06:00'), to: at('10:00') },
      { from: at('17:00'), to: at('21:00') },
    ]) {
      expect(exceptionsOf(shift, [whole('C', shift)])).toEqual([]);
    }
  });
});

describe('an exception is', () => {
  test('a time that is not the shift’s, and more than a third who left before its end', () => {
    const early = { ...whole(), to: afternoon.to - minuteMs };
    const late = { ...whole(), from: afternoon.from + minuteMs };
    expect(exceptionsOf(afternoon, [whole(), whole(), late])).toEqual(['times_changed']);
    expect(exceptionsOf(afternoon, [whole(), whole(), early])).toEqual(['times_changed']);
    expect(exceptionsOf(afternoon, [whole(), early])).toEqual(['times_changed', 'many_left']);
  });

  test('whatever was entered late', () => {
    expect(exceptionsOf(afternoon, [whole(), whole('D')])).toEqual(['make_up']);
  });

  test('more than a third entered by hand where the others checked in', () => {
    expect(exceptionsOf(afternoon, [...times(2, whole('B')), whole('C')])).toEqual([]);
    expect(exceptionsOf(afternoon, [whole('A'), whole('C')])).toEqual(['over_a_third_manual']);
  });

  test('more than four hours, and a part before six or after nine', () => {
    const long = { from: at('08:00'), to: at('12:01') };
    const early = { from: at('05:59'), to: at('07:00') };
    const night = { from: at('20:30'), to: at('21:01') };
    const overnight = { from: at('20:00'), to: at('20:00') + 12 * 60 * minuteMs };
    expect(exceptionsOf(long, [whole('C', long)])).toEqual(['long_shift']);
    expect(exceptionsOf(early, [whole('C', early)])).toEqual(['outside_hours']);
    expect(exceptionsOf(night, [whole('C', night)])).toEqual(['outside_hours']);
    expect(exceptionsOf(overnight, [whole('C', overnight)])).toEqual(['long_shift', 'outside_hours']);
  });
});
