import { describe, expect, test } from 'vitest';
import { passwordWeakness, pinWeakness, weaknesses } from '../../../functions/platform/identity/secrets-policy.ts';

/** Six-digit PINs that turn up first wherever leaked ones are counted. */
const mostUsedPins = `
  123456 111111 123123 000000 666666 888888 654321 112233 123321 121212 222222 555555 333333 999999 777777 444444
  520520 520131 147258 789456 159357 159753 101010 201314 110110 131420 456456 100200 168168 100100 102030 010203
  123789 147852 741852 963852 258369 369258 456789 987654 456123 789123 123654 321321 112358 314159 142857 135790
  246810 321654 963258 852456 741963 159951 147147 518518 100000 000001 111222 222333 100001 147896 110120 119119
  234567 345678 567890 012345 543210 999888 010101 202020 696969 420420 252525 131313 212121 232323 989898 555666
  111112 211111 121121 123450 012346 223344 334455 445566 778899 998877 332211 665544 789789 789987 456654 987321
  987456 654123 999666 888999 668668 886886 188888 688888 588588 521521 520134 000123 200000 500000 300000 600000
  800000 900000 135791 864208`
  .trim()
  .split(/\s+/);

describe('a pupil’s PIN', () => {
  test('is none of the PINs most people choose', () => {
    expect(mostUsedPins.length).toBeGreaterThanOrEqual(100);
    expect(mostUsedPins.filter((pin) => pinWeakness(pin) === undefined)).toEqual([]);
  });

  test.each(['140309', '991231', '201403', '199812'])('is not a birthday like %s', (pin) => {
    expect(pinWeakness(pin)).toBe('pin_birthday');
  });

  test.each(['74028', '7402811', '74028a', '', '-74028', '74 028'])('is six digits, not %j', (pin) => {
    expect(pinWeakness(pin)).toBe('pin_shape');
  });

  test('is not part of a number that classmates know', () => {
    expect(pinWeakness('740281', ['20740281', '310115'])).toBe('pin_own_number');
    expect(pinWeakness('740281', ['0512', '310115'])).toBeUndefined();
  });

  test('counts as typed when the digits are full-width', () => {
    expect(pinWeakness('１２３４５６')).toBe('pin_common');
    expect(pinWeakness('７４０２８１')).toBeUndefined();
  });

  test('leaves pupils at least 95 of every 100 PINs', () => {
    // Every seventeenth: spread evenly over all of them.
    const pins = Array.from({ length: 58_823 }, (_, at) => String(at * 17).padStart(6, '0'));
    const free = pins.filter((pin) => pinWeakness(pin) === undefined);
    expect(free.length / pins.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a password of staff', () => {
  test.each([
    'correct horse battery',
    '河边的柳树有三只白鹭在睡觉',
    'Tq7-vbn2-Lk9x',
    'zhangjiang-3rd-floor',
    'password manager made',
  ])('may be %j', (password) => {
    expect(passwordWeakness(password, 'wang.laoshi')).toBeUndefined();
  });

  test.each(['Tq7-vbn2-Lk', '', '柳树三只白鹭在睡觉呢'])('has at least twelve characters, unlike %j', (password) => {
    expect(passwordWeakness(password, 'wang.laoshi')).toBe('password_short');
  });

  test.each([
    '111111111111',
    '123456789012',
    '310115201403091234',
    'password1234',
    'Passw0rd!2026',
    'P@ssw0rd1234',
    'Admin@123456',
    'qwertyuiop12',
    '1qaz2wsx3edc4rfv',
    'woaini1314520',
    'ABCabc123456',
    'abcdabcdabcd',
    'ｐａｓｓｗｏｒｄ１２３４',
    'aaaabbbbcccc',
    'timebank2026!!',
  ])('is not well known like %j', (password) => {
    expect(passwordWeakness(password, 'wang.laoshi')).toBe('password_common');
  });

  test.each(['wang.laoshi2026', 'WANG.LAOSHI!', 'wang.laoshiwang.laoshi'])('is not the login as in %j', (password) => {
    expect(passwordWeakness(password, 'Wang.Laoshi')).toBe('password_login');
  });

  test('is judged without a login too', () => {
    expect(passwordWeakness('correct horse battery', '')).toBeUndefined();
  });
});

test('every reason has a sentence that says what to do', () => {
  for (const sentence of Object.values(weaknesses)) expect(sentence).toMatch(/\p{Script=Han}/u);
});
