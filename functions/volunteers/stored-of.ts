/** Everything the volunteers' table keeps about a person, for the person's own download. */
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readNamed, showCorrection } from './corrections/ask.ts';
import { correctionsOf } from './corrections/rows.ts';
import { volunteerAt, volunteerOf } from './rows.ts';
import { showConsents } from './show-person.ts';

export async function storedOf(tools: Tools, district: string, vid: string) {
  const [[item], consents, lines] = await Promise.all([
    tools.store.get([volunteerAt(district, vid)]),
    showConsents(tools, district, vid),
    readAll(tools.store, correctionsOf(district, vid)),
  ]);
  const found = volunteerOf(district, tools.vault, vid, item);
  if (!found) return undefined;
  const { personal, school, class: className, status, last4 } = found;
  const person = { id: vid, ...personal, school, class: className, status, nationalNumberEndsWith: last4 };
  return { person, consents, requests: (await readNamed(tools, district, lines.slice(0, 100))).map(showCorrection) };
}
