/**
 * Torn copies: a history of the simulator remembered write by write, and stores in which every row, partition or table
 * stands at a moment of its own, as a copy has it that was made without a snapshot.
 */
import type { Entry } from '../../functions/ledger/rows.ts';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import type { Item, Store, Target } from '../../functions/platform/store/port.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { auditedTables } from '../../scripts/audit/audit-store.ts';
import { archivedEntries } from '../../scripts/repair/archived-entries.ts';
import { beginHistory } from '../simulation/beginning.ts';
import { noFaults } from '../simulation/faults.ts';
import { calmDown, liveDays } from '../simulation/phases.ts';
import { type Random, seeded } from '../simulation/random.ts';
import { seededScheduler } from '../simulation/scheduler.ts';

interface Image extends Target {
  readonly item?: Item;
}
/** The rows of one transaction as it left them. */
type Step = readonly Image[];
export interface Lived {
  readonly district: string;
  readonly steps: readonly Step[];
  readonly now: number;
  makeTools(store: Store): Tools;
}
export interface Torn {
  /** The last transaction that any row knows of. */
  readonly end: number;
  readonly images: readonly Image[];
  /** Transactions of the ledger of which the audit can see that a part is there and a part is not. */
  readonly halves: number;
}

/** Lives through some days and remembers every transaction. */
export async function live(seed: number): Promise<Lived> {
  const random = seeded(seed);
  const memory = memoryStore();
  const steps: Step[] = [];
  const store: Store = {
    ...memory,
    transact(operation, writes) {
      // The engine works while it is called: nobody comes between a transaction and the look at what it left.
      const outcome = memory.transact(operation, writes);
      const items = memory.get(writes);
      return Promise.all([outcome, items]).then(([done, left]) => {
        // A check leaves its row as it was: it is no part of what may be torn.
        const images = writes.map((write, at) => ({ table: write.table, key: write.key, item: left[at] }));
        if (done.done) steps.push(images.filter((_, at) => !('check' in (writes[at] ?? {}))));
        return done;
      });
    },
  };
  const simulation = await beginHistory({ random, schedule: seededScheduler(random), store });
  const feed = async (after: number, limit: number) =>
    memory.readChanges(after, limit).map(({ sequence, ...change }) => ({ ...change, sequence: String(sequence) }));
  const told = await liveDays(simulation, feed, {
    faults: noFaults,
    clients: 8,
    operationsPerDay: 40,
    pausesHours: [0.3, 3, 14, 26],
    goesOn: (daysLived) => daysLived < 2,
    passTheNight: async () => {},
  });
  const now = await calmDown(simulation, feed, told);
  return { district: simulation.world.district, steps, now, makeTools: simulation.makeTools };
}

const nameOf = {
  row: ({ table, key }: Target) => `${table} ${key.pk} ${key.sk}`,
  partition: ({ table, key }: Target) => `${table} ${key.pk}`,
  table: ({ table }: Target) => table,
} as const;
const windowMax = 25;

/** A copy that ends soon after something was posted. */
export function tear({ steps }: Lived, random: Random): Torn {
  const window = random.between(1, windowMax);
  const postings = steps.flatMap((step, index) => (isPosting(step) ? [index] : []));
  const end = Math.min(random.pick(postings) + random.below(window), steps.length - 1);
  const grain = nameOf[random.pick(['row', 'partition', 'partition', 'table'] as const)];
  const moments = new Map<string, number>();
  const momentOf = (image: Image) => {
    const name = grain(image);
    const moment = moments.get(name) ?? end - random.below(window + 1);
    moments.set(name, moment);
    return moment;
  };
  const closed = closedCodes(steps, end);
  const halves = steps.slice(Math.max(0, end - window), end + 1).filter((step, at) => {
    const index = Math.max(0, end - window) + at;
    const counted = step.filter((image) => isCounted(image) && !closed.has(nameOf.row(image)));
    const there = counted.map((image) => index <= momentOf(image));
    return isPosting(step) && there.includes(true) && there.includes(false);
  }).length;
  return { end, images: imagesAt(steps, end, momentOf), halves };
}

/** The copy without a tear. */
export const whole = ({ steps }: Lived, end: number) => imagesAt(steps, end, () => end);

/** Pick-up codes that opened nothing any more at the end: whether they are there makes no difference to anyone. */
function closedCodes(steps: Lived['steps'], end: number): ReadonlySet<string> {
  const codes = imagesAt(steps, end, () => end).filter(({ key }) => key.sk === 'PICK');
  return new Set(codes.filter(({ item }) => item?.state === 'closed').map(nameOf.row));
}

/**
 * What the audit compares. Registrations, teams, sign-ins and the guards of requests are none of its business; what
 * hangs on stars a repair computes anew in any case.
 */
const isCounted = ({ table, key }: Image) =>
  auditedTables.includes(table) && key.sk !== 'STARS' && !key.sk.startsWith('GIFT#');
const isPosting = (step: Step) => step.some(({ table, item }) => table === 'Journal' && item?.void === undefined);

function imagesAt(steps: readonly Step[], end: number, momentOf: (image: Image) => number): Image[] {
  const images = new Map<string, Image>();
  for (const [index, step] of steps.slice(0, end + 1).entries()) {
    for (const image of step) if (index <= momentOf(image)) images.set(nameOf.row(image), image);
  }
  return [...images.values()].filter(({ item }) => item !== undefined);
}

/** Puts a copy into a store. */
export async function load(store: Store, images: readonly Image[]): Promise<void> {
  for (let at = 0; at < images.length; at += 100) {
    const writes = images.slice(at, at + 100).map(({ table, key, item }) => {
      const { pk, sk, ...put } = item as Item;
      return { table, key, put };
    });
    await store.transact(`load#${at}`, writes);
  }
}

/** What the streams of ledger and journal had told when the copy was made. */
export function archiveOf({ steps, district }: Lived, end: number): readonly Entry[] {
  const changes = steps
    .slice(0, end + 1)
    .flatMap((step) => step.map(({ table, item: newImage }) => ({ table, newImage })));
  return archivedEntries(changes).get(district) ?? [];
}
