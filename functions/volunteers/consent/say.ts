/** Changes what somebody has said to the use of a person's data, whatever else changes the person meanwhile. */
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Consent, consentWrites, type Volunteer, volunteerAt, volunteerOf } from '../rows.ts';

/** A person's item changes seldom: more lost races than this are overload, not chance. */
const attemptsMax = 5;

/**
 * @param say from the person as it is to the new word; undefined when it has been said already
 * @returns false where the district has no such person
 */
export async function sayConsent(
  tools: Tools,
  district: string,
  vid: string,
  say: (before: Volunteer) => Consent | undefined,
): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [item] = await tools.store.get([volunteerAt(district, vid)]);
    const before = volunteerOf(district, tools.vault, vid, item);
    if (!before) return false;
    const word = say(before);
    if (!word) return true;
    const operation = `${vid}#consent#${before.ver}#${word.at}`;
    if ((await tools.store.transact(operation, consentWrites(district, before, word))).done) return true;
  }
  throw new Problem('busy', { retryAfter: 1 });
}

/** The same word taken back. Undefined when there is none, or when it has been taken back before. */
export function takenBack(
  word: Consent | undefined,
  by: Required<Pick<Consent, 'withdrawnOn' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawnByRole'>>,
): Consent | undefined {
  return word && word.withdrawnAt === undefined ? { ...word, ...by, at: word.at } : undefined;
}
