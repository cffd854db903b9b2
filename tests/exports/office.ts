/** An office that exports lists: an administrator with a phone for codes, and files read back. */
import { strict as assert } from 'node:assert';
import { readSheets } from '../../functions/volunteers/roster/read-sheet.ts';
import type { Client, Input, Output } from '../../scripts/local/client.ts';
import { codeAt, enrolPhone, prove } from '../access/phone.ts';
import type { World } from '../harness.ts';

type Asked = Input<'POST /api/exports'>['body'];
export type Job = Output<'GET /api/exports/{export}'>;

/** Sets up a phone, which is a fresh proof too. */
export async function withPhone(world: World, client: Client) {
  const { secret } = await enrolPhone(world, client);
  return {
    /** Types the code of another minute: each counts once. */
    async proveAgain() {
      world.now += 60_000;
      assert((await prove(client, codeAt(secret, world.now))).ok);
    },
  };
}

/** Asks for a list, and waits for its file. */
export async function exported(world: World, client: Client, body: Asked): Promise<Job> {
  const { id, state } = await client.must('POST /api/exports', { body });
  assert.equal(state, 'waiting');
  await world.settle();
  return client.must('GET /api/exports/{export}', { params: { export: id } });
}

/** Follows a job's link. */
export function fetched(client: Client, { id, link = '' }: Job) {
  const { searchParams } = new URL(link, 'http://bank');
  const query = { until: Number(searchParams.get('until')), signature: String(searchParams.get('signature')) };
  return client.ask('GET /api/exports/{export}/file', { params: { export: id }, query });
}

export async function bytesOf(client: Client, job: Job): Promise<Uint8Array> {
  const said = await fetched(client, job);
  assert(said.ok);
  return (said.body as Blob).bytes();
}

/** The lines of an export as our own reader of rosters sees them, the columns' names first. */
export async function linesOf(client: Client, job: Job) {
  const lines: unknown[][] = [];
  for await (const { cells } of readSheets(await bytesOf(client, job))) lines.push([...cells]);
  return lines;
}
