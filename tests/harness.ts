/**
 * The time bank in one process for tests: the real application on an embedded store in memory, a clock that tests move,
 * and the streams' work done when a test says so. Each function may do what its role allows, and no more.
 */
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { whoAsks } from '../functions/access/index.ts';
import { capabilities } from '../functions/entries/wiring/capabilities.ts';
import { document } from '../functions/entries/wiring/document.ts';
import { type Change, project } from '../functions/entries/wiring/project.ts';
import { tick } from '../functions/entries/wiring/tick.ts';
import type { Files } from '../functions/platform/files/port.ts';
import { createApp } from '../functions/platform/http/app.ts';
import { newKeys } from '../functions/platform/identity/keys.ts';
import { makeVault, type Vault } from '../functions/platform/identity/vault.ts';
import { type EmbeddedStore, memoryStore } from '../functions/platform/store/embedded/index.ts';
import type { Store } from '../functions/platform/store/port.ts';
import type { Tools } from '../functions/platform/tools.ts';
import type { FunctionName } from '../infra/rights.ts';
import { type Client, makeClient, type Transport } from '../scripts/local/client.ts';
import { heldToRole } from './held-to-role.ts';

export interface World {
  readonly tools: Tools;
  readonly store: EmbeddedStore;
  readonly transport: Transport;
  /** The time requests carry, epoch milliseconds; tests move it. */
  now: number;
  client(): Client;
  /** Runs the work of the streams until nothing more follows. */
  settle(): Promise<void>;
  /** Runs the clock at the world's time, and what follows from it. */
  tick(): ReturnType<typeof tick>;
}

/** Monday, 2 March 2026, 10:00 in Shanghai: a school day in the middle of a term. */
export const schoolMorning = Date.parse('2026-03-02T02:00:00Z');

/** Where the package of the fonts that certificates are printed with lies. */
const fonts = new URL('../node_modules/@expo-google-fonts/noto-sans-sc/', import.meta.url);

/** What a world stands on where it is not to be gone with the test. */
interface Ground {
  readonly store: EmbeddedStore;
  readonly vault: Vault;
}

/** @param wrap puts something between the stories and the store: faults, counters */
export function makeWorld(wrap: (store: Store) => Store = (store) => store, ground?: Ground): World {
  const store = ground?.store ?? memoryStore({ now: () => world.now });
  const tools: Tools = {
    store: wrap(store),
    vault: ground?.vault ?? makeVault(newKeys()),
    files: memoryFiles(),
    newId: (now) => ulid(now),
    randomBytes,
  };
  const app = createApp({ capabilities, tools: toolsOf('api', tools), whoAsks });
  const [forStreams, forDocuments] = [toolsOf('projections', tools), toolsOf('documents', tools)];
  const forClock = toolsOf('clock', tools);
  const transport: Transport = async (path, init) =>
    app.request(path, init, {
      event: { requestContext: { timeEpoch: world.now, requestId: 'test', http: { sourceIp: '127.0.0.1' } } },
    });
  const settle = async () => {
    for (let changes = store.readChanges(store.cursor('test'), 1000); changes.length > 0; ) {
      const batch = changes.map(
        ({ sequence, ...change }): Change => ({ ...change, sequence: String(sequence), at: world.now }),
      );
      const failure =
        (await project(forStreams, batch, world.now)) ?? (await document(forDocuments, batch, world.now, fonts));
      if (failure) throw failure.error;
      store.advance('test', changes.at(-1)?.sequence ?? 0);
      changes = store.readChanges(store.cursor('test'), 1000);
    }
  };
  const world: World = {
    tools,
    store,
    transport,
    now: schoolMorning,
    client: () => makeClient(transport),
    settle,
    async tick() {
      const ticked = await tick(forClock, world.now);
      await settle();
      return ticked;
    },
  };
  return world;
}

/** The same tools, also where a test changes one of them later, with a store held to a function's role. */
function toolsOf(name: FunctionName, tools: Tools): Tools {
  const store = heldToRole(tools.store, name);
  return new Proxy(tools, { get: (all, tool) => (tool === 'store' ? store : Reflect.get(all, tool)) });
}

function memoryFiles(): Files {
  const files = new Map<string, Uint8Array>();
  return {
    put: async (path, bytes) => void files.set(path, bytes),
    get: async (path) => files.get(path),
  };
}
