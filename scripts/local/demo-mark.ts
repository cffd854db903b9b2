import type { Target } from '../../functions/platform/store/port.ts';

/** The row that says that a store holds the demo district: its passwords are printed for everybody. */
export const demoMark: Target = { table: 'Jobs', key: { pk: 'SEED', sk: 'SEED' } };
