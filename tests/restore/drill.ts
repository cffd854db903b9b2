/** One restore drill: a torn copy is audited, repaired and audited again, with and without the streams' archive. */
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import { repairDistrict } from '../../scripts/repair/repair-store.ts';
import type { Random } from '../simulation/random.ts';
import { archiveOf, type Lived, load, type Torn, tear, whole } from './torn.ts';

export interface Drilled {
  readonly halves: number;
  /** Differences that the tear brought, before the repair. */
  readonly found: readonly string[];
  /** Differences after it that no case names. */
  readonly silent: readonly string[];
  readonly left: number;
  readonly cases: number;
  /** With the archive: what is left that no case names, and whether every wallet is as it was. */
  readonly silentWithArchive: readonly string[];
  readonly isSameLedger: boolean;
}

/** @param open a store to put a copy into */
export async function drill(
  lived: Lived,
  random: Random,
  open: () => Promise<Store> = async () => memoryStore(),
): Promise<Drilled> {
  const torn = tear(lived, random);
  const untorn = memoryStore();
  await load(untorn, whole(lived, torn.end));
  const before = await auditOf(untorn, lived);
  const known = new Set(before.violations);
  const { found, silent, left, cases } = await repaired(lived, torn, await open(), false);
  const archived = await repaired(lived, torn, await open(), true);
  return {
    halves: torn.halves,
    found: found.filter((violation) => !known.has(violation)),
    silent,
    left,
    cases,
    silentWithArchive: archived.silent,
    isSameLedger: archived.root === before.root,
  };
}

async function repaired(lived: Lived, { images, end }: Torn, store: Store, withArchive: boolean) {
  const { district, makeTools, now } = lived;
  await load(store, images);
  const { violations: found } = await auditOf(store, lived);
  const archived = withArchive ? archiveOf(lived, end) : [];
  const { cases } = await repairDistrict(makeTools(store), district, { now, archived });
  const { violations, root } = await auditOf(store, lived);
  const names = cases.flatMap(({ about }) => about);
  // Whether all points together are right is said of no wallet: it follows from each that is named.
  const silent = violations.filter(
    (violation) =>
      !names.some((name) => violation.includes(name)) && !(names.length > 0 && violation.startsWith('wallets hold')),
  );
  return { found, silent, left: violations.length, cases: cases.length, root };
}

async function auditOf(store: Store, { district }: Lived) {
  const { districts } = await auditStore(store);
  return districts.find((audited) => audited.district === district) ?? { violations: [], root: '' };
}
