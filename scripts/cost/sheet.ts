/** The cost sheet as a page: units, sums, and what gives way first. */
import type { Sheet } from './measure.ts';
import { assumed, type Bill, billOf, type Operation, sizes } from './model.ts';
import { asOf, prices } from './prices.ts';

const round = (number: number, digits = 0) =>
  number.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const dollars = (sum: number) => `$${round(sum, sum < 10 ? 2 : 0)}`;
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[], ofNumbers = true) =>
  [row(head), row(head.map((_, at) => (at > 0 && ofNumbers ? '---:' : '---'))), ...rows.map(row)].join('\n');

export function costSheet(operations: readonly Operation[], sheet: Sheet): string {
  const bills = sizes.map((size) => ({ size, bill: billOf(operations, size) }));
  return `${[
    '# What it costs',
    `Written by \`npm run cost\`; do not edit. List prices of us-east-1, ${asOf} (\`scripts/cost/prices.ts\`), without
free tiers: put your region's in before you say a sum to anybody. Units are counted by the store while the founding
story is played through the API; how often people do what is assumed (\`scripts/cost/model.ts\`).`,
    '## Units of what people do',
    table(
      ['what', 'a month, each active', 'read units', 'write units', 'bytes kept'],
      operations.map(({ name, times, reads, writes, storedBytes }) => [
        name,
        times,
        round(reads, 1),
        round(writes, 1),
        round(storedBytes),
      ]),
    ),
    `Of those registered ${assumed.activeShare * 100} % are active in a month; staff and the rest add
${assumed.restShare * 100} %. Data of ${assumed.yearsKept} years. A tick of the clock with nothing due reads
${round(idleReads(sheet))} units, ${dollars(idleReads(sheet) * ticksAMonth * prices.readUnit)} a month.`,
    '## A month',
    monthTable(bills),
    '## What gives way first, and the answer',
    limitsOf(sheet),
  ].join('\n\n')}\n`;
}

const ticksAMonth = 8640;
const idleReads = (sheet: Sheet) => sheet.get('the clock, nothing due')?.reads ?? 0;
const sumOf = ({ lines }: Bill) => lines.reduce((sum, [, amount]) => sum + amount, 0);

function monthTable(bills: readonly { size: (typeof sizes)[number]; bill: Bill }[]): string {
  const line = (name: string, of: (bill: Bill, people: number) => string) => [
    name,
    ...bills.map(({ bill, size }) => of(bill, size.people)),
  ];
  const names = bills[0]?.bill.lines.map(([name]) => name) ?? [];
  return table(
    ['', ...bills.map(({ size }) => size.name)],
    [
      line('requests', ({ requests }) => `${round(requests / 1e6, 2)} M`),
      line('requests a second, on average', ({ requests }) => round(requests / (30 * 86_400), 1)),
      line('read units', ({ reads }) => `${round(reads / 1e6, 1)} M`),
      line('write units', ({ writes }) => `${round(writes / 1e6, 1)} M`),
      line('kept', ({ storedGb }) => `${round(storedGb, 1)} GB`),
      ...names.map((name, at) => line(name, ({ lines }) => dollars(lines[at]?.[1] ?? 0))),
      line('**together**', (bill) => `**${dollars(sumOf(bill))}**`),
      line('for each registered volunteer', (bill, people) => `$${(sumOf(bill) / people).toFixed(5)}`),
      line('CloudFront and WAF in front, besides', ({ front }) => dollars(front)),
    ],
  );
}

function limitsOf(sheet: Sheet): string {
  const crowd = 100_000;
  const milliseconds = assumed.millisecondsPerRequest;
  const looksPerSecond = crowd / 60;
  const { calls = 1, readsOf = new Map() } = sheet.get('look at points') ?? {};
  const [[busiest, reads] = ['', 0]] = [...readsOf].sort(([, left], [, right]) => right - left);
  const readsPerSecond = (looksPerSecond * reads) / calls;
  return table(
    ['what', 'at', 'the answer'],
    [
      [
        'one item that everybody writes: the stock of a popular reward, the seats of an activity',
        '1,000 write units a second on one item: below 500 in transactions, fewer with conflicts',
        'stock lies in several rows for each desk, seats are taken by conditional writes; sell a rush at several desks',
      ],
      [
        'a province at once: 1 % open their points within a minute',
        `a second ${round(looksPerSecond)} pages and ${round(readsPerSecond)} reads of ${busiest}; new tables: 12,000`,
        '`-c size=province` warms the busiest tables (30,000 reads, 12,000 writes) and raises their caps',
      ],
      [
        'Lambda: 1,000 at once in a region',
        `${round(1e6 / milliseconds)} requests a second at ${milliseconds} ms each, a tenth of that when they wait`,
        'raise the quota before a province goes live; a call of a table gives up after 8 s and the function after ' +
          '12, which ends what hangs',
      ],
      [
        'API Gateway: 10,000 requests a second for all APIs of an account',
        'a second province in the same account',
        'raise the quota, or an account for each province',
      ],
      [
        'a table’s own quota: 40,000 units a second',
        'the caps of `size=province` are twice that for reads',
        'raise the quota; the cap keeps a runaway from costing more than a known sum',
      ],
      [
        'old entries are most of what is kept',
        'storage, recovery and copies, in the table above',
        'the archive has them all: entries of years gone by can leave the table when a province is big ' +
          'enough to mind; `copyWeeks=1` keeps one copy instead of six',
      ],
      [
        'an answer of more than 6 MB, a request of more than 12 s',
        'a list of some 39,000 people with everything about them',
        'lists come in pages; whole ones are exports, which the `documents` function writes to the bucket',
      ],
    ],
    false,
  );
}
