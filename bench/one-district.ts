/** A new district in this process: the application on a store, without a network and without streams. */
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { foundDistrictWithAdministrator, whoAsks } from '../functions/access/index.ts';
import { capabilities } from '../functions/entries/wiring/capabilities.ts';
import { createApp } from '../functions/platform/http/app.ts';
import { newKeys } from '../functions/platform/identity/keys.ts';
import { makeVault } from '../functions/platform/identity/vault.ts';
import type { Store } from '../functions/platform/store/port.ts';
import type { Tools } from '../functions/platform/tools.ts';
import { type Client, makeClient } from '../scripts/local/client.ts';
import { schoolName } from './roster.ts';

const password = 'measured twice and cut once 2026';

/** Tools with fresh keys; files stay in memory. */
export function toolsOn(store: Store): Tools {
  const files = new Map<string, Uint8Array>();
  return {
    store,
    vault: makeVault(newKeys()),
    files: { put: async (path, bytes) => void files.set(path, bytes), get: async (path) => files.get(path) },
    newId: (now) => ulid(now),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  };
}

interface OneDistrict {
  /** The district's administrator, signed in. */
  readonly client: Client;
  readonly district: string;
  /** The schools' ids, named by their number from 1 on. */
  readonly schools: readonly string[];
}

export async function openDistrict(tools: Tools, schoolsCount: number): Promise<OneDistrict> {
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
  const schools: string[] = [];
  for (let number = 1; number <= schoolsCount; number++) {
    const body = { kind: 'school', name: schoolName(number), parent: district, code: `${110_000 + number}` } as const;
    schools.push((await client.must('POST /api/units', { body })).id);
  }
  return { client, district, schools };
}
