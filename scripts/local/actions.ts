/**
 * What people do in the founding story, in a few requests each: the walkthrough, the seed, the tests and the bench use
 * them.
 */
import { type Client, everyPage, type Output } from './client.ts';

const partBytes = 3 * 1024 * 1024;

interface Roster {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly unit: string;
}

/** Sends a roster in parts. @returns the import that works on its preview */
export async function beginImport(client: Client, { name, bytes, unit }: Roster): Promise<string> {
  const parts = Math.ceil(bytes.length / partBytes);
  const { id: file } = await client.must('POST /api/files', { body: { name, parts } });
  for (let part = 1; part <= parts; part++) {
    const content = Buffer.from(bytes.subarray((part - 1) * partBytes, part * partBytes)).toString('base64');
    await client.must('PUT /api/files/{file}/parts/{part}', { params: { file, part }, body: { content } });
  }
  return (await client.must('POST /api/imports', { body: { file, unit } })).id;
}

/** Uploads a roster and has it read: nothing is written to people yet. */
export const previewRoster = async (client: Client, roster: Roster, settle: Settle): Promise<Import> =>
  importReaches(client, await beginImport(client, roster), ['preview', 'failed'], settle);

export async function commitRoster(client: Client, job: string, settle: Settle) {
  await client.must('POST /api/imports/{import}/commit', { params: { import: job }, body: {} });
  return importReaches(client, job, ['done', 'failed'], settle);
}

/** Lets the work of the streams go on: a pause over HTTP, the work itself within one process. */
export type Settle = () => Promise<void>;
type Import = Output<'GET /api/imports/{import}'>;
const looksMax = 600;

async function importReaches(
  client: Client,
  job: string,
  states: readonly Import['state'][],
  settle: Settle,
): Promise<Import> {
  for (let look = 0; look < looksMax; look++) {
    await settle();
    const shown = await client.must('GET /api/imports/{import}', { params: { import: job } });
    if (states.includes(shown.state)) return shown;
  }
  throw new Error(`The import did not reach ${states.join(' or ')}`);
}

export async function classVolunteers(client: Client, className: string) {
  return everyPage((cursor) =>
    client.must('GET /api/classes/{class}/volunteers', { params: { class: className }, query: { cursor } }),
  );
}

/** Registers the paper consents of everybody in a class who needs one. */
export async function consentAll(client: Client, className: string, signedOn: string): Promise<number> {
  const missing = (await classVolunteers(client, className)).filter(({ consent }) => consent === 'missing');
  if (missing.length === 0) return 0;
  const volunteers = missing.map(({ id }) => id);
  const body = { volunteers, textVersion: '2026-1', signedOn };
  await client.must('POST /api/classes/{class}/consents', { params: { class: className }, body });
  return missing.length;
}

/** A person invited by code sets a password and is signed in. */
export async function activate(client: Client, code: string | undefined, password: string): Promise<void> {
  if (!code) throw new Error('No activation code was shown');
  await client.must('POST /api/activations', { body: { code, password } });
}
