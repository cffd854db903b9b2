/** What is only needed once somebody fills in the sheet and saves it. */
export { keepDraft, keptDraft } from '../record/keep-draft.ts';
export { More } from './more.tsx';
export { Outcome } from './outcome.tsx';
export { bodyOf, missingOf } from './save.ts';
