import { ledger } from '../../shared/contracts/ledger.ts';
import { bind } from '../platform/http/story.ts';
import { listMyEntries } from './list-entries.ts';
import { showMyBalance } from './show-balance.ts';

export const ledgerCapability = bind(ledger, {
  'GET /api/me/balance': showMyBalance,
  'GET /api/me/entries': listMyEntries,
});
