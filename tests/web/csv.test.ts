import { describe, expect, test } from 'vitest';
import { csvText } from '../../web/csv.ts';

describe('a table as CSV', () => {
  test('begins with the mark by which Excel and WPS know UTF-8', () => {
    expect(csvText([['学号', '姓名']])).toBe('\ufeff学号,姓名\r\n');
  });

  test('keeps commas, quotes and line breaks inside their cell', () => {
    expect(csvText([['三,四', '说"好"', '一\n二']])).toBe('\ufeff"三,四","说""好""","一\n二"\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '|cmd'])('never lets %j become a formula', (text) => {
    expect(csvText([[text]])).toContain(`'${text}`);
  });

  test('leaves numbers numbers', () => {
    expect(csvText([[-3, 41]])).toBe('\ufeff-3,41\r\n');
  });
});
