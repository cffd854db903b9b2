import type { Write } from '../../functions/platform/store/port.ts';

export const targetOfCount = { table: 'Ledger', key: { pk: 'COUNT', sk: 'COUNT' } } as const;
export const targetsOf = (number: number) =>
  ['a', 'b', 'c'].map((sk) => ({ table: 'Ledger', key: { pk: `W#${number}`, sk } }) as const);

/** What transaction `number` writes: three rows and the count. */
export const rowsOf = (number: number): Write[] => [
  { ...targetOfCount, update: { add: { n: 1 } } },
  ...targetsOf(number).map((target): Write => ({ ...target, put: { number, text: 'x'.repeat(500) } })),
];
