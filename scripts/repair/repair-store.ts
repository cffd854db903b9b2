/**
 * Repairs a copy in which transactions are torn: rolls every entry forward from whatever fragment is left, has what
 * hangs on entries follow, and names what only a person can decide. Nobody else may write to the store meanwhile.
 */
import { randomInt } from 'node:crypto';
import { project } from '../../functions/entries/wiring/project.ts';
import { limits, type Write } from '../../functions/platform/store/port.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { tableNames } from '../../shared/tables.ts';
import { readDistrict, type Stored } from '../audit/stored.ts';
import { type Case, type Remedy, together } from './case.ts';
import { repairCounts } from './counts.ts';
import { repairDecisions } from './decisions.ts';
import { chainsOf, type Entry } from './fragments.ts';
import { repairLosses } from './losses.ts';
import { repairMergedGifts } from './merged-gifts.ts';
import { repairRecords } from './records.ts';
import { repairRedemptions } from './redemptions.ts';
import { repairStars } from './stars.ts';
import { repairWallets } from './wallets.ts';

export interface RepairOptions {
  readonly now: number;
  /** The district's entries from the archive of the streams. */
  readonly archived?: readonly Entry[];
}
export interface Repaired {
  /** Rows that were put right. */
  readonly writes: number;
  readonly cases: readonly Case[];
}

/** What one step puts back, the next one counts: more rounds than this would go in a circle. */
const roundsMax = 6;

export async function repairDistrict(tools: Tools, district: string, options: RepairOptions): Promise<Repaired> {
  const cases = new Map<string, Case>();
  let count = 0;
  for (let round = 0; round < roundsMax; round++) {
    const { writes, cases: found } = remedyOf(district, await readDistrict(tools.store, district), options);
    for (const one of found) cases.set(one.says, one);
    if (writes.length === 0) break;
    await writeAll(tools, `REPAIR#${district}#${options.now}#${round}`, writes);
    count += writes.length;
  }
  const stars = await repairStars(tools, district, await readDistrict(tools.store, district), options.now);
  await writeAll(tools, `REPAIR#${district}#${options.now}#stars`, stars);
  await followRecords(tools, district, options.now);
  return { writes: count + stars.length, cases: [...cases.values()] };
}

/** The first step that has something to do: the others count on it. */
function remedyOf(district: string, stored: Stored, { archived = [], now }: RepairOptions): Remedy {
  const chains = chainsOf(stored, archived);
  const entries = chains.flatMap((chain) => chain.entries);
  const wallets = repairWallets(district, stored, chains);
  if (wallets.writes.length > 0) return wallets;
  const stories = [
    repairRecords(district, stored, entries, now),
    repairRedemptions(district, stored, entries, () => String(randomInt(1e8)).padStart(8, '0')),
    repairLosses(district, stored),
    repairDecisions(district, stored, entries),
  ];
  const told = together([wallets, ...stories]);
  if (told.writes.length > 0) return told;
  const counts = together([told, repairCounts(district, stored)]);
  return counts.writes.length > 0 ? counts : together([counts, repairMergedGifts(district, stored)]);
}

/** One row once in a batch: the last word about it counts. */
async function writeAll({ store }: Tools, operation: string, writes: readonly Write[]): Promise<void> {
  const nameOf = ({ table, key }: Write) => `${table} ${key.pk} ${key.sk}`;
  const distinct = [...new Map(writes.map((write) => [nameOf(write), write])).values()];
  for (let at = 0; at < distinct.length; at += limits.writesPerTransaction)
    await store.transact(`${operation}#${at}`, distinct.slice(at, at + limits.writesPerTransaction));
}

/** Counts, queues, public lists and figures are recomputed from what is there, as if all of it had just changed. */
async function followRecords(tools: Tools, district: string, now: number): Promise<void> {
  const stored = await readDistrict(tools.store, district);
  const changes = tableNames
    .filter((table) => table === 'Service' || table === 'Teams')
    .flatMap((table) => [...stored[table].values()].map((newImage) => ({ table, newImage })))
    .filter(({ newImage: { sk } }) => sk.startsWith('P#') || sk === 'TEAM')
    .map((change, at) => ({ ...change, oldImage: change.newImage, sequence: String(at + 1), at: now }));
  const failure = await project(tools, changes, now);
  if (failure) throw failure.error;
}
