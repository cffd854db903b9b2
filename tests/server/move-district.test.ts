/** A district moves to another deployment: everybody signs in as before, and every balance is what it was. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderFiles } from '../../functions/platform/files/folder.ts';
import { newKeys } from '../../functions/platform/identity/keys.ts';
import { type KeyRing, makeVault } from '../../functions/platform/identity/vault.ts';
import { dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import { exportDistrict } from '../../scripts/district/export-district.ts';
import { importDistrict } from '../../scripts/district/import-district.ts';
import { readSealed, writeSealed } from '../../scripts/district/sealed-file.ts';
import { makeWorld } from '../harness.ts';
import { startTables } from '../store/local-dynamodb.ts';
import { openDistrict } from '../teams/school.ts';
import { type LivedIn, liveIn, password, pin, price } from './lived-in.ts';

const folder = await mkdtemp(join(tmpdir(), 'timebank-move-'));
const archive = join(folder, 'district.timebank');
const passphrase = 'a passphrase of the bureau';
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Deployment {
  readonly store: Store;
  keys?: KeyRing;
}

const deployment = (keys?: KeyRing): Deployment => ({ store: memoryStore(), keys });
const rootIn = async (store: Store, id: string) =>
  (await auditStore(store)).districts.find(({ district }) => district === id);

async function leave({ store, keys }: Deployment, district: string): Promise<void> {
  if (!keys) throw new Error('A deployment without keys');
  await writeSealed(archive, passphrase, exportDistrict({ store, keys, filesFolder: join(folder, 'files') }, district));
}

async function arrive(to: Deployment, files = folderFiles(join(folder, 'arrived'))) {
  const keep = async (keys: KeyRing) => {
    to.keys = keys;
  };
  return importDistrict({ store: to.store, files, keys: to.keys, keep }, () => readSealed(archive, passphrase));
}

/** Signs pupils and the administrator in, and spends some more, as after a move on a Monday. */
async function lifeGoesOn({ store, keys }: Deployment, lived: LivedIn, at: number) {
  const world = makeWorld(() => store, { store: memoryStore(), vault: makeVault(keys as KeyRing) });
  world.now = at;
  for (const { number } of lived.pupils) {
    const pupil = world.client();
    await pupil.must('POST /api/sessions', { body: { school: lived.school, number, pin } });
    await pupil.must('POST /api/redemptions', { body: { item: lived.item, desk: lived.desk, price } });
  }
  const administrator = world.client();
  await administrator.must('POST /api/sessions', { body: { login: lived.administrator, password } });
  expect((await administrator.must('GET /api/session', {})).name).toBe('周敏');
}

async function livedIn(now = Date.now()) {
  const keys = newKeys();
  const store = memoryStore();
  const world = makeWorld(undefined, { store, vault: makeVault(keys) });
  const lived = await liveIn(world, now, 2);
  return { home: { store, keys } satisfies Deployment, lived, world };
}

test('a district that moves to a new machine keeps its balances, and everybody signs in as before', async () => {
  const { home, lived, world } = await livedIn();
  const before = await rootIn(home.store, lived.district);
  const kept = [`${lived.district}/items/01J/ab`, `evidence/${lived.district}/01J/cd`];
  const others = [`rosters/${lived.district}/01J/1`, 'D2/items/01J/ab', 'evidence/D2/01J/cd'];
  for (const path of [...kept, ...others]) await folderFiles(join(folder, 'files')).put(path, Buffer.from(path));
  await leave(home, lived.district);
  const there = deployment();
  const told = await arrive(there);
  const arrived = folderFiles(join(folder, 'arrived'));
  for (const path of kept) expect(String(await arrived.get(path))).toBe(path);
  for (const path of others) expect(await arrived.get(path)).toBeUndefined();
  expect(told).toMatchObject({ district: lived.district, name: '青桥区', wallets: 2, codesLost: 0 });
  expect(told.root).toBe(before?.root);
  expect(await rootIn(there.store, lived.district)).toEqual(before);
  await lifeGoesOn(there, lived, world.now);
});

test('a district that moves into a deployment with others brings its keys, and can move on from there', async () => {
  const { home, lived, world } = await livedIn();
  const before = await rootIn(home.store, lived.district);
  const shared = deployment(newKeys());
  const host = makeWorld(() => shared.store, { store: memoryStore(), vault: makeVault(shared.keys as KeyRing) });
  await openDistrict(host, '江北区');
  await leave(home, lived.district);
  await arrive(shared);
  expect(await rootIn(shared.store, lived.district)).toEqual(before);
  await lifeGoesOn(shared, lived, world.now);
  const later = await rootIn(shared.store, lived.district);
  await leave(shared, lived.district);
  const own = deployment();
  await arrive(own);
  expect(await rootIn(own.store, lived.district)).toEqual(later);
  await lifeGoesOn(own, lived, world.now);
});

test('a district moves to DynamoDB and back', { timeout: 120_000 }, async () => {
  const { home, lived, world } = await livedIn();
  const before = await rootIn(home.store, lived.district);
  await leave(home, lived.district);
  const local = await startTables('move-');
  try {
    const cloud: Deployment = { store: dynamoStore({ ...local, stage: 'move' }), keys: newKeys() };
    await arrive(cloud);
    expect(await rootIn(cloud.store, lived.district)).toEqual(before);
    await lifeGoesOn(cloud, lived, world.now);
    const later = await rootIn(cloud.store, lived.district);
    await leave(cloud, lived.district);
    const back = deployment();
    await arrive(back);
    expect(await rootIn(back.store, lived.district)).toEqual(later);
  } finally {
    await local.stop();
  }
});

test('what is there already, or belongs to another district, is refused before anything is written', async () => {
  const { home, lived } = await livedIn();
  await leave(home, lived.district);
  await expect(arrive({ ...home })).rejects.toThrow('is there already');
  const taken = deployment(newKeys());
  const host = makeWorld(() => taken.store, { store: memoryStore(), vault: makeVault(taken.keys as KeyRing) });
  await openDistrict(host, '青桥区');
  await expect(arrive(taken)).rejects.toThrow('belong to others here already');
  expect(await rootIn(taken.store, lived.district)).toBeUndefined();
});

test('a district is not brought to a deployment while its pictures would be left on this machine', () => {
  const words = ['--from', 'package.json', '--stage', 'prod', '--region', 'cn-north-1'];
  const { FILES_BUCKET: _, ...environment } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/import-district.ts', ...words], {
    env: { ...environment, TIMEBANK_PASSPHRASE: passphrase },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('FILES_BUCKET') });
});

test('the archive opens with its passphrase only, and not when it was changed or cut off', async () => {
  const { home, lived } = await livedIn();
  await leave(home, lived.district);
  const read = async (words = passphrase) => {
    for await (const _ of readSealed(archive, words));
  };
  await read();
  await expect(read('another passphrase, as long')).rejects.toThrow('does not open');
  const whole = await readFile(archive);
  expect(whole.includes(Buffer.from('周敏'))).toBe(false);
  for (const damaged of [whole.subarray(0, -1), Buffer.concat([whole.subarray(0, -9), Buffer.alloc(9)])]) {
    await writeFile(archive, damaged);
    await expect(read()).rejects.toThrow('does not open');
  }
  await expect(
    writeSealed(archive, 'short', exportDistrict({ store: home.store, keys: home.keys }, lived.district)),
  ).rejects.toThrow('12');
});
