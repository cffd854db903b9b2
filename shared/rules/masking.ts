/** Names as the public may read them. */

/**
 * Cuts text where a reader sees one character: 𬸦 is one, and so is a character with a variation selector. Made on
 * first use: its tables take 15 ms to load.
 */
let characters: Intl.Segmenter | undefined;

/**
 * A name for public lists: 张*明, 张*, and * for a name of one character. The first character stays, the last one only
 * of three or more. Spaces that pad names in rosters are not part of a name.
 */
export function maskName(name: string): string {
  characters ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  const letters = [...characters.segment(name.replace(/\s/gu, ''))].map(({ segment }) => segment);
  if (letters.length <= 1) return '*'.repeat(letters.length);
  const [first] = letters;
  if (letters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}
