import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type Directory, directoryAt, directoryOf, parseClass, type SchoolClass } from './rows.ts';

/** A class of a school the asker's post covers, with its directory. @throws not_found for any other, like for none */
export async function ownClass(who: Who, tools: Tools, id: string): Promise<{ of: SchoolClass; directory: Directory }> {
  const of = parseClass(id);
  if (!of || !who.units.covers(who.post.unit, of.school)) throw new Problem('not_found');
  const [item] = await tools.store.get([directoryAt(who.district, id)]);
  const directory = directoryOf(who.district, tools.vault, id, item);
  if (directory.lines.length === 0) throw new Problem('not_found');
  return { of, directory };
}
