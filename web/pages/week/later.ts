/** What is only needed once somebody saves. */
export { Outcome } from './outcome.tsx';
export { bodyOf, missingOf } from './save.ts';
