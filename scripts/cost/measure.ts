/** Plays the founding story in this process and counts the units of each route with what follows, and of the clock. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { whoAsks } from '../../functions/access/index.ts';
import { capabilities } from '../../functions/entries/wiring/capabilities.ts';
import { project } from '../../functions/entries/wiring/project.ts';
import { tick } from '../../functions/entries/wiring/tick.ts';
import { createApp } from '../../functions/platform/http/app.ts';
import { newKeys } from '../../functions/platform/identity/keys.ts';
import { makeVault } from '../../functions/platform/identity/vault.ts';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import type { ContractName } from '../../shared/contracts/index.ts';
import type { TableName } from '../../shared/tables.ts';
import { type Client, type Input, makeClient } from '../local/client.ts';
import { firstNumber, pin, schoolCode } from '../local/demo-people.ts';
import type { DemoStage } from '../local/demo-stage.ts';
import { playDemo, storyDays } from '../local/demo-story.ts';
import { metered, type Units } from './metered-store.ts';

export interface Measured extends Units {
  calls: number;
  /** People a shift was recorded for, records that became final, pupils that an import brought. */
  people: number;
  readonly readsOf: Map<TableName, number>;
}
export type Sheet = Map<string, Measured>;

/** What a pupil's pages ask for, by page. */
const looks = {
  'look at points': [
    '/api/session',
    '/api/me',
    '/api/me/balance',
    '/api/me/waiting',
    '/api/me/stars',
    '/api/me/entries',
  ],
  'look at the shop': ['/api/session', '/api/items', '/api/me/balance'],
  'look at records': ['/api/session', '/api/me/records'],
} as const;
/** Tuesday, 3 March 2026, 18:00 in Shanghai: nothing here depends on the day on which it is counted. */
const storyEnd = Date.parse('2026-03-03T10:00:00Z');

export async function measure(): Promise<Sheet> {
  const sheet: Sheet = new Map();
  const label = new AsyncLocalStorage<string>();
  const row = (name: string) => {
    const found = sheet.get(name) ?? { calls: 0, people: 0, reads: 0, writes: 0, storedBytes: 0, readsOf: new Map() };
    sheet.set(name, found);
    return found;
  };
  const spend = ({ reads, writes, storedBytes }: Units, table: TableName) => {
    const to = row(label.getStore() ?? 'elsewhere');
    to.reads += reads;
    to.readsOf.set(table, (to.readsOf.get(table) ?? 0) + reads);
    to.writes += writes;
    to.storedBytes += storedBytes;
  };
  const stage = makeStage(spend, async (name, people, work) => {
    const to = row(name);
    to.calls++;
    const answer = await label.run(name, work);
    to.people += people(answer);
    return answer;
  });
  await playDemo(stage, storyEnd);
  await stage.counted(
    'the clock, nothing due',
    () => 0,
    () => tick(stage.tools, stage.now),
  );
  const pupil = stage.plainClient();
  await pupil.must('POST /api/sessions', { body: { school: schoolCode, number: firstNumber, pin } });
  for (const [look, paths] of Object.entries(looks)) {
    await stage.counted(
      look,
      () => 0,
      async () => {
        for (const path of paths) await pupil.must(`GET ${path}` as 'GET /api/me', {});
      },
    );
  }
  return sheet;
}

type Count = <T>(name: string, people: (answer: T) => number, work: () => Promise<T>) => Promise<T>;

interface CountedStage extends DemoStage {
  readonly counted: Count;
  /** Somebody whose requests are not counted. */
  plainClient(): Client;
}

function makeStage(spend: (units: Units, table: TableName) => void, counted: Count): CountedStage {
  const store = memoryStore({ now: () => stage.now });
  const files = new Map<string, Uint8Array>();
  const tools: Tools = {
    store: metered(store, spend),
    vault: makeVault(newKeys()),
    files: { put: async (path, bytes) => void files.set(path, bytes), get: async (path) => files.get(path) },
    newId: (now) => ulid(now),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  };
  const app = createApp({ capabilities, tools, whoAsks });
  const follow = async () => {
    for (let changes = next(); changes.length > 0; changes = next()) {
      const told = changes.map(({ sequence, ...change }) => ({ ...change, sequence: String(sequence), at: stage.now }));
      const failure = await project(tools, told, stage.now);
      if (failure) throw failure.error;
      store.advance('cost', changes.at(-1)?.sequence ?? 0);
    }
  };
  const next = () => store.readChanges(store.cursor('cost'), 100);
  const plainClient = () =>
    makeClient(async (path, init) =>
      app.request(path, init, {
        event: { requestContext: { timeEpoch: stage.now, requestId: 'cost', http: { sourceIp: '127.0.0.1' } } },
      }),
    );
  const stage: CountedStage = {
    tools,
    now: storyEnd - storyDays * 86_400_000,
    counted,
    plainClient,
    client: () => countedClient(plainClient(), counted, follow),
    settle: () => counted('elsewhere', () => 0, follow),
    async tick() {
      await counted(
        'the clock',
        ({ final }) => final,
        () => tick(tools, stage.now),
      );
      await counted('the clock', () => 0, follow);
    },
  };
  return stage;
}

/** What follows from a write is counted with it: streams bring it about at once. */
function countedClient(client: Client, counted: Count, follow: () => Promise<void>): Client {
  const peopleIn = (input: object) => ('body' in input ? (Object(input.body).participants?.length ?? 0) : 0);
  const counting = <T>(name: ContractName, input: object, ask: () => Promise<T>) =>
    counted(
      name,
      () => peopleIn(input),
      async () => {
        const answer = await ask();
        if (!name.startsWith('GET')) await follow();
        return answer;
      },
    );
  return {
    ask: <N extends ContractName>(name: N, input: Input<N>) => counting(name, input, () => client.ask(name, input)),
    must: <N extends ContractName>(name: N, input: Input<N>) => counting(name, input, () => client.must(name, input)),
  };
}
