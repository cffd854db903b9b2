/**
 * Codes scanned without network, kept on the phone until they could be sent: the code, when this phone says it was
 * scanned, and the key of every try. Nothing in it names anybody.
 */
import { newKey } from '../../api/send.ts';

export interface KeptScan {
  readonly key: string;
  readonly account: string;
  readonly code: string;
  readonly scannedAt: string;
}
const name = 'timebank-scans';

function readAll(): KeptScan[] {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '[]') as KeptScan[];
  } catch {
    return [];
  }
}
function writeAll(scans: readonly KeptScan[]): void {
  try {
    localStorage.setItem(name, JSON.stringify(scans));
  } catch {
    return;
  }
}

/** What waits of this account; what another account left on this phone goes. */
export const keptScans = (account: string): KeptScan[] => readAll().filter((scan) => scan.account === account);

export function keepScan(account: string, code: string): KeptScan {
  const scan = { key: newKey(), account, code, scannedAt: new Date().toISOString() };
  writeAll([...keptScans(account).filter((kept) => kept.code !== code), scan]);
  return scan;
}
export const dropScan = (account: string, key: string): void =>
  writeAll(keptScans(account).filter((scan) => scan.key !== key));
