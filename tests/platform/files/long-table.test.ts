import { streamXlsxRows } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { TableTooLong, writeTable } from '../../../functions/platform/files/long-table.ts';

/** A table of so many lines, and how far it has been read. */
function tableOf(lines: number, size = 1000) {
  const read = { lines: 0 };
  const pages = async function* () {
    while (read.lines < lines) {
      const count = Math.min(size, lines - read.lines);
      const from = read.lines;
      read.lines += count;
      yield Array.from({ length: count }, (_, at) => [`第${from + at}行，说明文字`, from + at]);
    }
  };
  return { read, table: { columns: ['说明', '数'], pages: pages() } };
}

test('a district’s 39,000 lines come back as they were, numbers as numbers', async () => {
  const { table } = tableOf(39_000);
  const { bytes, rows } = await writeTable('xlsx', '名单', table, 50_000);
  expect(rows).toBe(39_000);
  let count = 0;
  for await (const { values } of streamXlsxRows(bytes)) {
    expect(values).toEqual(count === 0 ? ['说明', '数'] : [`第${count - 1}行，说明文字`, count - 1]);
    count++;
  }
  expect(count).toBe(39_001);
  expect(bytes.length).toBeLessThan(1_000_000);
}, 60_000);

test.each(['xlsx', 'csv'] as const)('a table longer than allowed is refused, and read no further (%s)', async (as) => {
  const { table, read } = tableOf(39_000);
  await expect(writeTable(as, '名单', table, 5000)).rejects.toBeInstanceOf(TableTooLong);
  expect(read.lines).toBe(6000);
});

test('CSV has its mark once, at the beginning', async () => {
  const { table } = tableOf(3, 1);
  const { bytes } = await writeTable('csv', '名单', table, 10);
  expect(Buffer.from(bytes).toString()).toBe(
    '\ufeff说明,数\r\n第0行，说明文字,0\r\n第1行，说明文字,1\r\n第2行，说明文字,2\r\n',
  );
});
