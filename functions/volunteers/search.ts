/** How a pupil is found in a directory. Pure. */
import { nameText } from './roster/cells.ts';
import type { DirectoryLine } from './rows.ts';

type Searched = Pick<DirectoryLine, 'name' | 'number' | 'pinyin' | 'initials'>;

/**
 * Width, capitals, blanks and the kind of name dot make no difference.
 * @param typed part of the name, or how its spelling, its initials or the student number begin
 * @returns a test for many lines: what was typed is read once
 */
export function finderOf(typed: string): (line: Searched) => boolean {
  const wanted = plain(nameText(typed.normalize('NFKC')));
  const isNamed = ({ name }: Searched) => plain(name).includes(wanted);
  if (/\p{Script=Han}/u.test(wanted)) return isNamed;
  // No syllable is spelled with a v: it is how keyboards write ü.
  const spelled = wanted.replaceAll('v', 'ü');
  return (line) =>
    line.pinyin.startsWith(spelled) ||
    line.initials.startsWith(spelled) ||
    line.number.toLowerCase().startsWith(wanted) ||
    isNamed(line);
}

/** A directory's texts come in one width. */
const plain = (text: string) => text.toLowerCase().replaceAll(' ', '');
