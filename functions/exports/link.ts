/**
 * Where the file of an export can be fetched for a few minutes: from the bucket itself, or from this API, which asks
 * for the session besides.
 */
import { minuteMs } from '../../shared/rules/durations.ts';
import { workbookType } from '../platform/files/workbook.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type Export, type ExportName, fileOf } from './rows.ts';
import { titleOf } from './title.ts';

const goodMs = 5 * minuteMs;
export const typeOf = ({ as }: Pick<Export, 'as'>) => (as === 'xlsx' ? workbookType : 'text/csv');

export async function linkTo(tools: Tools, { district, person }: Who, found: Export, now: number): Promise<string> {
  const { id, as } = found;
  const until = now + goodMs;
  const { files, vault } = tools;
  if (files.link) {
    const name = `${titleOf(found)}.${as}`;
    return files.link(fileOf({ district, id }), { name, type: typeOf(found), now, until });
  }
  const signature = vault.sign(purpose, signed({ district, person, id }, until));
  return `/api/exports/${id}/file?until=${until}&signature=${signature}`;
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
