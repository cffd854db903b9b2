import { expect, test } from 'vitest';
import { maskName } from '../../shared/rules/masking.ts';

test.each([
  ['张小明', '张*明'],
  ['张明', '张*'],
  ['张', '*'],
  ['', ''],
  ['欧阳娜娜', '欧**娜'],
  ['阿依古丽', '阿**丽'],
  ['䶮𬸦', '䶮*'],
  ['𬸦小䶮', '𬸦*䶮'],
  ['𠮷𠮷𠮷', '𠮷*𠮷'],
  ['葛\u{E0100}明', '葛\u{E0100}*'],
  ['张　明', '张*'],
  [' 张 小 明 ', '张*明'],
  ['Amy', 'A*y'],
])('%s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
