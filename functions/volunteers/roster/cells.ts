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
  const text = String(cell)
    .replace(/[\t\n\r]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .trim();
  return text.replace(/^="([^"]*)"$/u, '$1').replace(/^'/u, '').trim();
}

/** A number of a person: a student number, a telephone. Blanks inside are for the eye only. */
export const numberText = (cell: Cell | undefined) => cellText(cell).replace(/\s/gu, '').replace(/^(\d+)\.0+$/u, '$1');

/** A name: blanks that only stretch two Chinese characters go, and the dots of other peoples' names become one kind. */
export const nameText = (cell: Cell | undefined) =>
  cellText(cell)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/[•‧∙・･]/gu, '·');

/** Whether a program rounded the number before we saw it: 1e15 and more as a number, 7.6E+11 as text. */
export const isRounded = (cell: Cell | undefined) =>
  typeof cell === 'number' ? Math.abs(cell) >= roundedFrom : /^\d+(\.\d+)?E\+?\d+$/iu.test(numberText(cell));

/** A formula that was never calculated, or an error where its value should stand. */
export const isFormula = (text: string) => /^[=@]/u.test(text) || /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)/u.test(text);

/** What people write for “nothing here”. */
export const isNothing = (text: string) => /^([-—–/\\.]*|无|没有|空)$/u.test(text);
