/** A district that imports its roster in this process: the stories on the embedded store's file, their writes kept. */
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { foundDistrictWithAdministrator, whoAsks } from '../functions/access/index.ts';
import { capabilities } from '../functions/entries/wiring/capabilities.ts';
import type { Files } from '../functions/platform/files/port.ts';
import { createApp } from '../functions/platform/http/app.ts';
import { newKeys } from '../functions/platform/identity/keys.ts';
import { makeVault } from '../functions/platform/identity/vault.ts';
import { openEmbedded } from '../functions/platform/store/embedded/open-embedded.ts';
import type { Store, Write } from '../functions/platform/store/port.ts';
import type { Tools } from '../functions/platform/tools.ts';
import { stepImport } from '../functions/volunteers/index.ts';
import { type Client, makeClient } from '../scripts/local/client.ts';
import { schoolName, schoolsFor } from './roster.ts';

const password = 'measured twice and cut once 2026';
const partBytes = 3 * 1024 * 1024;
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
  const { client, district } = await openDistrict(tools, rows);
  let job = '';
  return {
    store,
    /** What every transaction that came about has written, in order. */
    written,
    async begin(bytes: Uint8Array) {
      job = await beginImport(client, district, bytes);
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

async function beginImport(client: Client, unit: string, bytes: Uint8Array): Promise<string> {
  const parts = Math.ceil(bytes.length / partBytes);
  const { id: file } = await client.must('POST /api/files', { body: { name: 'roster.xlsx', parts } });
  for (let part = 1; part <= parts; part++) {
    const content = Buffer.from(bytes.subarray((part - 1) * partBytes, part * partBytes)).toString('base64');
    await client.must('PUT /api/files/{file}/parts/{part}', { params: { file, part }, body: { content } });
  }
  return (await client.must('POST /api/imports', { body: { file, unit } })).id;
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

async function openDistrict(tools: Tools, rows: number): Promise<{ client: Client; district: string }> {
  const app = createApp({ capabilities, tools, whoAsks });
  const client = makeClient(async (path, init) => {
    const requestContext = { timeEpoch: Date.now(), requestId: 'bench', http: { sourceIp: '127.0.0.1' } };
    return app.request(path, init, { event: { requestContext } });
  });
  const asked = { districtName: '示范区', login: 'administrator', name: '管理员', now: Date.now() };
  const founded = await foundDistrictWithAdministrator(tools, asked);
  if (!founded) throw new Error('The district is there already');
  const { district, code } = founded;
  await client.must('POST /api/activations', { body: { code, password } });
  for (let number = 1; number <= schoolsFor(rows); number++) {
    const body = { kind: 'school', name: schoolName(number), parent: district, code: `${110_000 + number}` } as const;
    await client.must('POST /api/units', { body });
  }
  return { client, district };
}

function toolsOn(store: Store): Tools {
  const files = new Map<string, Uint8Array>();
  const inMemory: Files = {
    put: async (path, bytes) => void files.set(path, bytes),
    get: async (path) => files.get(path),
  };
  return {
    store,
    vault: makeVault(newKeys()),
    files: inMemory,
    newId: (now) => ulid(now),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  };
}
