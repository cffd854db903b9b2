/** Tables that spreadsheet programs open as they are meant. */

/** Where a program would take a text for a formula. */
const formulaStart = /^[=+\-@|\t\r]/;

/** A text that no program takes for a formula. */
export const safeText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** @returns CSV as UTF-8 with its mark, without which Excel and WPS take Chinese for another encoding */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = safeText(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
