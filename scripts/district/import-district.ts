/**
 * Puts a district from its archive into a store. The archive is read through first, and what could stand in the way is
 * looked at before anything is written; what makes the district be there is written last, so that an import that was
 * cut off is simply begun again.
 */
import { treeAt } from '../../functions/district/index.ts';
import type { Files } from '../../functions/platform/files/port.ts';
import { parseKeys } from '../../functions/platform/identity/keys.ts';
import type { KeyRing } from '../../functions/platform/identity/vault.ts';
import { getAll } from '../../functions/platform/store/get-all.ts';
import type { Store, Write } from '../../functions/platform/store/port.ts';
import { auditStore } from '../audit/audit-store.ts';
import { codesOf, fingerprint } from './export-district.ts';
import { type Counted, type KeysLine, ofText, type Placed, placed } from './moving.ts';
import { isAccount, type Renaming, renamingOf } from './rename-logins.ts';

export interface Destination {
  readonly store: Store;
  readonly files: Files;
  /** The deployment's keys; none where nothing has ever been. */
  readonly keys?: KeyRing;
  /** Keeps the ring, before anything is written that only it opens. */
  keep(keys: KeyRing): Promise<void>;
}
export interface Imported extends Counted {
  readonly district: string;
  readonly name: string;
  /** One-time codes that cannot be found here: their cards are printed anew. */
  readonly codesLost: number;
}

/**
 * @param open begins to read the archive's lines
 * @throws Error with one sentence when the district is there already, a claim of it is another's, or the audit counts
 * otherwise than where it comes from
 */
export async function importDistrict(to: Destination, open: () => AsyncIterable<string>): Promise<Imported> {
  const { keys, claims, accounts, counted } = await survey(open());
  const { district, name } = keys;
  const { ring, pepper } = ringWith(to.keys, keys);
  const renaming = renamingOf(district, ring, pepper, accounts);
  const hasCodes = codesOf(ring) === keys.codes;
  const kept = claims.filter(({ key }) => hasCodes || !key.pk.startsWith('CODE#')).map(renaming.claim);
  await refuseIfThere(to.store, district, kept);
  await to.keep(ring);
  const last = await writeItems(to, open(), district, renaming);
  await writeAll(to.store, `IMPORT#${district}#claims`, [...kept, ...last]);
  const { districts } = await auditStore(to.store);
  const found = districts.find((audited) => audited.district === district);
  if ((found?.root ?? '') !== counted.root || (found?.violations.length ?? 0) > 0)
    throw new Error('The audit counts otherwise than where the district comes from: see npm run audit.');
  return { ...counted, district, name, codesLost: claims.length - kept.length };
}

async function survey(texts: AsyncIterable<string>) {
  const claims: Placed[] = [];
  const accounts: Placed[] = [];
  let keys: KeysLine | undefined;
  let counted: Counted | undefined;
  for await (const text of texts) {
    const line = ofText(text);
    if (line.kind === 'keys') keys = line;
    else if (line.kind === 'counted') counted = line;
    else if (line.kind === 'claim') claims.push(placed(line));
    else if (line.kind === 'item' && line.table === 'Access' && isAccount(placed(line))) accounts.push(placed(line));
  }
  if (!keys || !counted) throw new Error('The archive has no keys, or ends before what was counted.');
  return { keys, claims, accounts, counted };
}

/** Where nothing has been, the district's keys become the deployment's; elsewhere it brings them along. */
function ringWith(own: KeyRing | undefined, { district, keys }: KeysLine): { ring: KeyRing; pepper?: string } {
  const theirs = parseKeys(keys, 'archive');
  if (!own) return { ring: theirs };
  const { personal, index, signing } = theirs;
  const pepper = fingerprint(theirs.pepper);
  const moved = { ...own.moved, [district]: { personal, index, signing } };
  return { ring: { ...own, moved, peppers: { ...own.peppers, ...theirs.peppers, [pepper]: theirs.pepper } }, pepper };
}

async function refuseIfThere(store: Store, district: string, claims: readonly Placed[]): Promise<void> {
  const [tree] = await store.get([treeAt(district)]);
  if (tree) throw new Error(`The district ${district} is there already.`);
  const present = await getAll(store, claims);
  const taken = claims.filter((_, at) => present[at] !== undefined && present[at]?.district !== district);
  const [first] = taken.map(({ key }) => key.pk.replace(/^(LOGIN|CODE)#.*/, '$1'));
  if (first) throw new Error(`${taken.length} names of the district belong to others here already, one is ${first}.`);
}

/** @returns what makes the district be there: it is not written yet */
async function writeItems(to: Destination, texts: AsyncIterable<string>, district: string, renaming: Renaming) {
  const last: Placed[] = [];
  const tree = treeAt(district).key;
  let waiting: Placed[] = [];
  let characters = 0;
  let batch = 0;
  for await (const text of texts) {
    const line = ofText(text);
    if (line.kind === 'file') await to.files.put(line.path, Buffer.from(line.bytes, 'base64'));
    if (line.kind !== 'item') continue;
    const item = renaming.item(placed(line));
    if (item.key.pk === tree.pk && item.key.sk === tree.sk) {
      last.push(item);
      continue;
    }
    if (waiting.length === writesMax || characters + text.length > charactersMax) {
      await writeAll(to.store, `IMPORT#${district}#${batch++}`, waiting);
      waiting = [];
      characters = 0;
    }
    waiting.push(item);
    characters += text.length;
  }
  await writeAll(to.store, `IMPORT#${district}#${batch}`, waiting);
  return last;
}

/** Well below what one transaction may hold: 100 writes and 4 MB. */
const writesMax = 100;
const charactersMax = 2_500_000;

async function writeAll(store: Store, operation: string, items: readonly Placed[]): Promise<void> {
  for (let at = 0; at < items.length; at += writesMax) {
    const writes: Write[] = items.slice(at, at + writesMax).map((item) => ({ ...item }));
    await store.transact(`${operation}#${at}`, writes);
  }
}
