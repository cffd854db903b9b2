import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf, csv, problemOf, read, sheetXml, text, workbookEntries, xlsx, zip } from './sheets.ts';

const fixture = (name: string) => readFile(new URL(`../../fixtures/rosters/${name}`, import.meta.url));
const lines = ['学号,姓名,班级,出生日期', '0745001,张小满,三(2)班,2017-05-01'];
const rowXml = '<row><c><v>1</v></c></row>';

describe('encodings', () => {
  const content = `${lines.join('\n')}\n`;
  const utf16 = Buffer.from(`\ufeff${content.replaceAll(',', '\t')}`, 'utf16le');
  test.each([
    ['UTF-8', text(content)],
    ['UTF-8 with a byte order mark', text(`\ufeff${content}`)],
    ['UTF-16, tabs between (what Excel calls Unicode text)', utf16],
    ['big-endian UTF-16', Buffer.from(utf16).swap16()],
  ])('%s is read', async (_encoding, bytes) => {
    expect((await read(bytes)).rows).toMatchObject([{ name: '张小满', number: '0745001' }]);
  });

  test('bytes that are valid in no encoding are refused', async () => {
    const bytes = Buffer.concat([csv(...lines), Buffer.from([0xff, 0xff, 0x80])]);
    expect((await problemOf(read(bytes))).code).toBe('file_unreadable');
  });

  test('a byte order mark is a promise: what breaks it is not read in another encoding', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xd5, 0xc5]), csv(...lines)]);
    expect((await problemOf(read(bytes))).code).toBe('file_unreadable');
  });
});

describe('delimited text', () => {
  test('quotes, doubled quotes, line breaks in cells and semicolons are read', async () => {
    const bytes = text(
      '"学号";"姓名";"班级";"出生日期";"备\n注"\r\n01;"张""小""满";三(2)班;2017-05-01;"a;b\r\nc"\r02;李谷雨;三(2)班;2017-05-02;',
    );
    expect((await read(bytes)).rows.map(({ row, name }) => [row, name])).toEqual([
      [2, '张"小"满'],
      [3, '李谷雨'],
    ]);
  });

  test('a quote that is never closed is refused with its line, and swallows nobody', async () => {
    const problem = await problemOf(
      read(csv(...lines, '02,"李谷雨,三(2)班,2017-05-02', '03,王芒种,三(2)班,2017-05-03')),
    );
    expect(problem.facts.detail).toContain('第 3 行');
  });
});

describe('files that are no rosters', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')],
    ['a web page that calls itself .xls', text('<html><table><tr><td>学号</td><td>姓名</td></tr></table></html>')],
    ['an archive without a workbook', zip([{ name: 'a.txt', content: text('学号,姓名') }])],
    ['UTF-16 without a byte order mark', Buffer.from(lines.join('\n'), 'utf16le')],
    ['the first bytes of an .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a workbook of one sheet that is missing', zip(workbookEntries(sheetXml('')).slice(0, 4))],
  ])('%s: refused as unreadable, with advice', async (_what, bytes) => {
    const problem = await problemOf(read(bytes));
    expect(problem.code).toBe('file_unreadable');
    expect(problem.facts.detail).toMatch(/请/u);
  });
});

describe('files that do not end where they should', () => {
  test.each(['binjiang-class-5-2.xlsx', 'shunde-school.xls'])('%s, cut anywhere, is refused', async (name) => {
    const bytes = await fixture(name);
    for (let cut = 0; cut < 60; cut++) {
      const problem = await problemOf(read(bytes.subarray(0, Math.floor((bytes.length * cut) / 60))));
      expect(problem.code).toBe('file_unreadable');
    }
  });

  test('a text file cut anywhere is refused, or gives the pupils before the cut', async () => {
    const bytes = await fixture('qingqiao-gb18030.csv');
    const whole = (await read(bytes)).rows;
    for (let cut = 1; cut < 30; cut++) {
      const rows = await read(bytes.subarray(0, Math.floor((bytes.length * cut) / 30))).then(
        (roster) => roster.rows,
        (error: { code: string }) => {
          expect(['file_unreadable', 'roster_header_missing']).toContain(error.code);
          return [];
        },
      );
      // The last one may have lost the end of a telephone number: nothing in the file tells.
      expect(rows.slice(0, -1)).toEqual(whole.slice(0, Math.max(0, rows.length - 1)));
    }
  });

  test.each(['binjiang-class-5-2.xlsx', 'shunde-school.xls', 'meiwan-utf8.csv'])(
    '%s with damaged bytes is read or refused, and never a fault of ours',
    async (name) => {
      const bytes = await fixture(name);
      const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(damage, async (changes) => {
          const damaged = Uint8Array.from(bytes);
          for (const [at, byte] of changes) damaged[at] = byte;
          await read(damaged).catch((error: { code?: string }) => {
            expect(['file_unreadable', 'roster_header_missing']).toContain(error.code);
          });
        }),
        { numRuns: 30 },
      );
    },
  );
});

describe('files larger than a roster can be', () => {
  test('a small archive that unpacks to more than 100 MB is refused before it is unpacked', async () => {
    const bomb = zip(workbookEntries(Buffer.alloc(101_000_000, ' ')));
    expect(bomb.length).toBeLessThan(200_000);
    const began = performance.now();
    expect((await problemOf(read(bomb))).code).toBe('file_unreadable');
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test.each([0, 1000])('an archive that hides its size behind a declared %i bytes is refused', async (claimedBytes) => {
    const entries = workbookEntries(sheetXml(rowXml.repeat(10_000)), { claimedBytes });
    expect((await problemOf(read(zip(entries)))).code).toBe('file_unreadable');
  });

  test('shared strings that no roster needs are refused', async () => {
    const strings = text(`<sst>${'<si><t>a</t></si>'.repeat(1_000_000)}</sst>`);
    expect((await problemOf(read(zip(workbookEntries(sheetXml(rowXml), { strings }))))).code).toBe('file_unreadable');
  });

  test('more than 60,000 rows are refused, blank ones not counted', async () => {
    const tooMany = await problemOf(read(zip(workbookEntries(sheetXml(rowXml.repeat(60_001))))));
    expect(tooMany.facts.detail).toContain('60000 行');
    const { rows } = await read(csv(...lines, ...Array.from({ length: 70_000 }, () => ',,,')));
    expect(rows).toHaveLength(1);
  });

  test('more than 60 columns are refused, blank ones not counted', async () => {
    const wide = [...lines.map((line) => `${line}${','.repeat(100)}`)];
    expect((await read(csv(...wide))).rows).toHaveLength(1);
    const problem = await problemOf(read(csv(...wide, `${','.repeat(60)}x`)));
    expect(problem.facts.detail).toContain('60 列');
  });

  test('blank rows of 16,384 cells are refused before they fill the memory', async () => {
    const wide = zip(workbookEntries(sheetXml('<row><c r="XFD1"/></row>'.repeat(20_000))));
    expect((await problemOf(read(wide))).code).toBe('file_unreadable');
  });

  test('a sector table that claims more than the file is refused', async () => {
    const bytes = Uint8Array.from(await fixture('shunde-school.xls'));
    new DataView(bytes.buffer).setUint32(44, 1_000_000, true);
    expect((await problemOf(read(bytes))).code).toBe('file_unreadable');
  });
});

describe('what spreadsheets hide', () => {
  test('a formula in a workbook counts as the value it was calculated to', async () => {
    const cell = (value: string) => `<c t="str"><f>A1&amp;""</f><v>${value}</v></c>`;
    const rows = lines.map((line) => `<row>${line.split(',').map(cell).join('')}</row>`).join('');
    expect((await read(zip(workbookEntries(sheetXml(rows))))).rows).toMatchObject([
      { row: 2, name: '张小满', number: '0745001' },
    ]);
  });

  test('a formula that was never calculated is a fault, not a pupil', async () => {
    const bytes = await xlsx([
      ['学号', '姓名', '班级', '出生日期'],
      ['=1+1', '张小满', '三(2)班', '2017-05-01'],
    ]);
    expect(codesOf(await read(bytes))).toEqual(['formula']);
  });

  test('entities of a document type are not expanded and headers cannot reach prototypes', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const sheet = text(`${entities}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`);
    expect((await problemOf(read(zip(workbookEntries(sheet))))).code).toBe('roster_header_missing');
    await read(csv(`${lines[0]},__proto__,constructor`, `${lines[1]},x,y`));
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
