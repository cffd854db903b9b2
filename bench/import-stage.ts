/** A district that imports its roster in this process: the stories on the embedded store's file, their writes kept. */
import { openEmbedded } from '../functions/platform/store/embedded/open-embedded.ts';
import type { Store, Write } from '../functions/platform/store/port.ts';
import type { Tools } from '../functions/platform/tools.ts';
import { stepImport } from '../functions/volunteers/index.ts';
import { beginImport } from '../scripts/local/actions.ts';
import { openDistrict, toolsOn } from './one-district.ts';
import { schoolsFor } from './roster.ts';

const death = 'The import was killed';

export async function openImport(folder: string, rows: number) {
  const store = openEmbedded(folder);
  const written: (readonly Write[])[] = [];
  let callsLeft = Number.POSITIVE_INFINITY;
  const kept: Store = {
    ...store,
    async transact(operation, writes) {
      const outcome = await store.transact(operation, writes);
      if (outcome.done) written.push(writes);
      if (--callsLeft === 0) throw new Error(death);
      return outcome;
    },
  };
  const tools = toolsOn(kept);
  const { client, district } = await openDistrict(tools, schoolsFor(rows));
  let job = '';
  return {
    store,
    /** What every transaction that came about has written, in order. */
    written,
    async begin(bytes: Uint8Array) {
      job = await beginImport(client, { name: 'roster.xlsx', bytes, unit: district });
    },
    /** The import's next step. @returns the state it is in then */
    async step() {
      await step(tools, district, job);
      const { state, problem } = await client.must('GET /api/imports/{import}', { params: { import: job } });
      if (state === 'failed') throw new Error(`The import failed: ${problem?.code}`);
      return state;
    },
    /** The so-many-th write from now on takes effect, and kills the step that made it. */
    killAfter(writes: number) {
      callsLeft = writes;
    },
    async confirm() {
      await client.must('POST /api/imports/{import}/commit', { params: { import: job }, body: {} });
    },
  };
}

/** One step; one that was killed is simply asked for again. */
async function step(tools: Tools, district: string, job: string): Promise<void> {
  try {
    await stepImport(tools, district, job, Date.now());
  } catch (error) {
    if ((error as Error).message !== death) throw error;
  }
}

/** Who is registered, whose numbers are claimed, and how many stand in class lists. */
export async function countPeople(store: Store) {
  const counts = { volunteers: 0, numbers: 0, listed: 0 };
  let after: Awaited<ReturnType<Store['scan']>>['next'];
  do {
    const page = await store.scan({ table: 'Volunteers', segment: 0, segments: 1, limit: 1000, after });
    for (const { sk, size } of page.items) {
      if (sk === 'V') counts.volunteers++;
      if (sk === 'UQ' || sk === 'UQN') counts.numbers++;
      if (sk === 'DIR') counts.listed += Number(size);
    }
    after = page.next;
  } while (after);
  return counts;
}
