/**
 * Where a file that was written can be fetched for a few minutes: from the bucket itself, or from this API, which asks
 * for the session besides.
 */
import { minuteMs } from '../../shared/rules/durations.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type ExportName, fileOf } from './rows.ts';

const goodMs = 5 * minuteMs;

interface Linked {
  readonly id: string;
  /** What the file is called where it arrives. */
  readonly name: string;
  readonly type: string;
  /** This API's own address of the file. */
  readonly address: string;
}

export async function linkTo(tools: Tools, { district, person }: Who, linked: Linked, now: number): Promise<string> {
  const { id, name, type, address } = linked;
  const until = now + goodMs;
  const { files, vault } = tools;
  if (files.link) return files.link(fileOf({ district, id }), { name, type, now, until });
  const signature = vault.sign(purpose, signed({ district, person, id }, until));
  return `${address}?until=${until}&signature=${signature}`;
}

/** @throws export_link_expired, also for an address that nobody was given */
export function mustBeGood(
  { vault }: Tools,
  name: ExportName,
  { until, signature }: { readonly until: number; readonly signature: string },
  now: number,
): void {
  const isOurs = vault.verify(purpose, signed(name, until), signature);
  if (!isOurs || now > until) throw new Problem('export_link_expired');
}

const purpose = 'export';
const signed = ({ district, person, id }: ExportName, until: number) => `${district}|${person}|${id}|${until}`;
