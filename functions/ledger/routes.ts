import { ledger } from '../../shared/contracts/ledger.ts';
import { bind } from '../platform/http/story.ts';
import { donate } from './donate.ts';
import { listMyEntries } from './list-entries.ts';
import { showMyBalance } from './show-balance.ts';
import { downloadStatement } from './statement.ts';

export const ledgerCapability = bind(ledger, {
  'GET /api/me/balance': showMyBalance,
  'GET /api/me/entries': listMyEntries,
  'POST /api/donations': donate,
  'GET /api/me/statement': downloadStatement,
});
