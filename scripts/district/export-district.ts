/** Takes a district with all it has out of a store: pure reading, one line after the other. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatKeys } from '../../functions/platform/identity/keys.ts';
import type { KeyRing } from '../../functions/platform/identity/vault.ts';
import { encode } from '../../functions/platform/store/embedded/item-text.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { tableNames } from '../../shared/tables.ts';
import { auditStore } from '../audit/audit-store.ts';
import { belongs, type Line, toText } from './moving.ts';
import { scanTable } from './pages-of.ts';

export interface Source {
  /** Nobody writes to it meanwhile: a copy, or a deployment at rest. */
  readonly store: Store;
  readonly keys: KeyRing;
  /** Where uploaded files lie, if they lie on this machine. */
  readonly filesFolder?: string;
}

/** @throws Error with one sentence when the store has no such district, or the audit finds something in it */
export async function* exportDistrict(source: Source, district: string): AsyncIterable<string> {
  const { districts } = await auditStore(source.store);
  const counted = districts.find((audited) => audited.district === district);
  const claims = await claimsOf(source.store, district);
  const name = claims.find(({ pk }) => pk.startsWith(namePrefix))?.pk.slice(namePrefix.length);
  if (name === undefined) throw new Error(`There is no district ${district} in this store.`);
  if (counted && counted.violations.length > 0)
    throw new Error(`The audit finds ${counted.violations.length} differences in the district: repair them first.`);
  yield toText({ kind: 'keys', district, name, keys: keysFor(source.keys, district), codes: codesOf(source.keys) });
  for (const { table, item } of claims) yield toText({ kind: 'claim', table, item });
  let items = 0;
  for (const table of tableNames) {
    for await (const item of scanTable(source.store, table)) {
      if (belongs(item, district) !== 'item') continue;
      items++;
      yield toText({ kind: 'item', table, item: encode(item) });
    }
  }
  if (source.filesFolder) yield* filesOf(source.filesFolder, district);
  yield toText({ kind: 'counted', root: counted?.root ?? '', wallets: counted?.wallets ?? 0, items });
}

const namePrefix = 'DISTRICTNAME#';

async function claimsOf(store: Store, district: string) {
  const claims: { table: Extract<Line, { kind: 'claim' | 'item' }>['table']; pk: string; item: string }[] = [];
  for (const table of tableNames) {
    for await (const item of scanTable(store, table)) {
      if (belongs(item, district) === 'claim') claims.push({ table, pk: item.pk, item: encode(item) });
    }
  }
  return claims;
}

/** The keys that open the district's own data, and the peppers of all its secrets, as a key file has them. */
function keysFor(ring: KeyRing, district: string): string {
  const { personal, index, signing } = ring.moved?.[district] ?? ring;
  return formatKeys({ personal, index, signing, pepper: ring.pepper, peppers: ring.peppers });
}

/** Tells one index key from another without saying either. */
export const codesOf = ({ index }: KeyRing) => fingerprint(index);
export const fingerprint = (key: Uint8Array) => createHash('sha256').update(key).digest('hex').slice(0, 16);

/** Rosters that wait to be read stay where they are. */
async function* filesOf(folder: string, district: string): AsyncIterable<string> {
  const filesIn = (part: string) =>
    readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const file of [...(await filesIn(district)), ...(await filesIn(join('evidence', district)))]) {
    if (!file.isFile() || file.name.startsWith('.')) continue;
    const place = join(file.parentPath, file.name);
    const path = place.slice(folder.length + 1);
    yield toText({ kind: 'file', path, bytes: (await readFile(place)).toString('base64') });
  }
}
