/** What the stream of people and classes tells neighbours: whose class changed, and how many a class has. */
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { parseClass, schoolClassAt } from './rows.ts';

/** Who came into another class, left or came back. A newcomer did not: nothing hangs on the person yet. */
export function classChanged(before: Item | undefined, after: Item | undefined) {
  const row = after ?? before;
  const isSame = before?.class === after?.class && before?.status === after?.status;
  if (!before || row?.sk !== 'V' || isSame) return undefined;
  const [, district = '', , volunteer = ''] = row.pk.split('#');
  return { district, volunteer };
}

/** The class whose line in its school's list of classes is this row. */
export function classSizeChanged(row: Item) {
  if (!row.sk.startsWith('C#')) return undefined;
  const [, district = ''] = row.pk.split('#');
  return { district, class: String(row.class) };
}

/** How many pupils a class has now, and its school. @throws for what no class can be called */
export async function readClassSize(tools: Tools, district: string, className: string) {
  const found = parseClass(className);
  if (!found) throw new Error('A class has an id that cannot be read');
  const [row] = await tools.store.get([schoolClassAt(district, found)]);
  return { school: found.school, size: Number(row?.size ?? 0) };
}
