/** The ledger's door: balances to read, and writes that post movements. It executes nothing and decides no rule. */
export { creditRules } from './credit-rules.ts';
export { readEntries } from './entries-of.ts';
export { followWallet } from './follow-wallet.ts';
export { ledgerHappenings } from './happened.ts';
export { addSums, type Carried, type Movement } from './move.ts';
export { grantWrite, readGranted } from './pool.ts';
export { journalWrites, type Posted, post } from './post.ts';
export { readBalance } from './read-balance.ts';
export { ledgerCapability } from './routes.ts';
export {
  type Balance,
  balanceAt,
  balanceMoved,
  balanceOf,
  type Entry,
  entryAt,
  journalAt,
  lotsChanged,
  mergedInto,
  pointsTo,
  poolMoved,
} from './rows.ts';
export { sweepExpired } from './sweep-expired.ts';
