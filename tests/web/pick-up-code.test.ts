/** What a desk reads as a pick-up code. */
import { expect, test } from 'vitest';
import { codeIn } from '../../web/pages/desk/pick-up-code.ts';

test('a redemption’s QR code gives its code at its own desk', () => {
  expect(codeIn('timebank:pick-up:D1:01234567', 'D1')).toEqual({ code: '01234567' });
});

test('at another desk it says so', () => {
  expect(codeIn('timebank:pick-up:D2:01234567', 'D1')).toEqual({ why: 'codeElsewhere' });
});

test('eight digits may be typed in groups', () => {
  expect(codeIn(' 0123 4567 ', 'D1')).toEqual({ code: '01234567' });
  expect(codeIn('0123-4567', 'D1')).toEqual({ code: '01234567' });
});

test('fewer or more digits are said to be no code, and other texts to be of something else', () => {
  for (const text of ['', '1234567', '123456789']) expect(codeIn(text, 'D1')).toEqual({ why: 'codeShape' });
  for (const text of ['https://example.org/', 'timebank:pick-up:D1:0123456', '１２３４５６７８']) {
    expect(codeIn(text, 'D1')).toEqual({ why: 'codeForeign' });
  }
});
