/** Everything the volunteers' table keeps about a person, for the person's own download. */
import { stages } from '../../shared/rules/classes.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readNamed, showCorrection } from './corrections/ask.ts';
import { correctionsOf } from './corrections/rows.ts';
import { sealAt, sealOf } from './leaver-rows.ts';
import { volunteerAt, volunteerOf } from './rows.ts';
import { showConsents } from './show-person.ts';

export async function storedOf(tools: Tools, district: string, vid: string) {
  const [[item, ...sealRows], consents, lines] = await Promise.all([
    tools.store.get([volunteerAt(district, vid), ...stages.map((stage) => sealAt(district, vid, stage))]),
    showConsents(tools, district, vid),
    readAll(tools.store, correctionsOf(district, vid)),
  ]);
  const found = volunteerOf(district, tools.vault, vid, item);
  if (!found) return undefined;
  const { personal, school, class: className, status, last4 } = found;
  const sealed = stages.flatMap((stage, at) => {
    const seal = sealOf(sealRows[at]);
    return seal ? [{ stage, minutes: seal.minutes, at: new Date(seal.at).toISOString() }] : [];
  });
  const person = { id: vid, ...personal, school, class: className, status, nationalNumberEndsWith: last4, sealed };
  return { person, consents, requests: (await readNamed(tools, district, lines.slice(0, 100))).map(showCorrection) };
}
