/** The file of my own export, for a link that is still good: what a machine without a bucket answers itself. */
import type { exportsOfLists } from '../../shared/contracts/exports.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { mustBeGood } from './link.ts';
import { fileOf } from './rows.ts';
import { readExport } from './show.ts';
import { typeOf } from './title.ts';

type Route = (typeof exportsOfLists)['GET /api/exports/{export}/file'];

export async function downloadExport({ who, params, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, person } = who;
  const found = await readExport(who, tools, params.export, now);
  mustBeGood(tools, { district, person, id: found.id }, query, now);
  const bytes = await tools.files.get(fileOf({ district, id: found.id }));
  if (!bytes) throw new Problem('not_found');
  return new File([Uint8Array.from(bytes)], '', { type: typeOf(found) });
}
