/** What a cell says, once what people cannot see is taken out of it. */
import type { Cell } from './read-sheet.ts';

/** Characters a cell may have; a longer one is a pasted paragraph, not a name. */
export const cellCharactersMax = 200;
/** From here on a spreadsheet's number has lost digits: a double holds 15 of them. */
const roundedFrom = 1e15;

/**
 * A cell as text: NFKC (full-width digits become plain, rare characters stay), without control, zero-width and
 * bidirectional characters, blanks at the ends and the marks that keep a spreadsheet from calculating ('… and ="…").
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  const written = String(cell);
  if (plain.test(written)) return written;
  const text = written
    .replace(/[\t\n\r]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .trim();
  return text
    .replace(/^="([^"]*)"$/u, '$1')
    .replace(/^'/u, '')
    .trim();
}

/** Most cells: nothing in them that any of the steps above would change. */
const plain = /^[\w\u4e00-\u9fff()./-]*$/u;

/** A number of a person, from a cell's text: a student number, a telephone. Blanks inside are for the eye only. */
export const numberText = (text: string) =>
  /[\s.]/u.test(text) ? text.replace(/\s/gu, '').replace(/^(\d+)\.0+$/u, '$1') : text;

/** A name, from a cell's text: blanks that only stretch Chinese characters go, and name dots become one kind. */
export const nameText = (text: string) =>
  /[\s•‧∙・･]/u.test(text)
    ? text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').replace(/[•‧∙・･]/gu, '·')
    : text;

/** Whether a program changed a number before we saw it: 1e15 and more, 7.6E+11 as text, zeros at the end, or a date. */
export const isRounded = (cell: Cell | undefined, text: string) =>
  cell instanceof Date ||
  (typeof cell === 'number' && Math.abs(cell) >= roundedFrom) ||
  /^\d+(\.\d+)?E\+?\d+$/iu.test(text) ||
  hasLostDigits(numberText(text));

/**
 * A spreadsheet keeps fifteen digits and saves the rest as zeros. One zero in the sixteenth place is too common to
 * mean it; an identity number whose check digit is right has kept all of its own.
 */
const hasLostDigits = (number: string) => /^[1-9]\d{14}0{2,}$/u.test(number) && !isIdentityNumber(number);

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** GB 11643: eighteen characters, the last one checks the others. Only those that end in a digit are asked about. */
function isIdentityNumber(number: string): boolean {
  if (number.length !== 18) return false;
  const sum = identityWeights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

/** A formula that was never calculated, or an error where its value should stand. A telephone may begin with a plus. */
export const isFormula = (text: string) =>
  /^(?:[=@]|[+-](?![-—()\d\s]*$)|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!))/u.test(text);

/** What people write for “nothing here”. */
export const isNothing = (text: string) => /^([-—–/\\.]*|无|没有|空)$/u.test(text);
