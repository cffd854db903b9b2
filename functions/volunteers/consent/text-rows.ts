/** The items of consent texts: all versions of a district in one partition, by their first day. */
import { type ConsentText, standardConsentText } from '../../../shared/rules/consent-text.ts';
import type { Item, Target, Write } from '../../platform/store/port.ts';
import { readAll } from '../../platform/store/read-all.ts';
import type { Tools } from '../../platform/tools.ts';
import { version } from '../rows.ts';

const table = 'Volunteers' as const;
const textsPk = (district: string) => `T#${district}#CONSENT-TEXT`;
const textAt = (district: string, name: string): Target => ({ table, key: { pk: textsPk(district), sk: `T#${name}` } });

/** A version is written once: what somebody has agreed to never changes. */
export function textWrite(district: string, { scopes, ...text }: ConsentText, by: string, at: number): Write {
  return {
    ...textAt(district, text.version),
    put: { v: version, ...text, scopes: [...scopes], by, at },
    when: [['pk', 'absent']],
    or: 'consent_text_taken',
  };
}

/** Every version, the standard one first. */
export async function readTexts(tools: Tools, district: string): Promise<ConsentText[]> {
  const own = (await readAll(tools.store, { table, pk: textsPk(district) })).map(textOf);
  return [standardConsentText, ...own.sort((one, other) => (one.from < other.from ? -1 : 1))];
}

const textOf = (item: Item): ConsentText => {
  const { version: name, text, scopes, from } = item as unknown as ConsentText;
  return { version: name, text, scopes, from };
};
