/** The measures of a certificate’s sheet in points of 1/72 inch, its colours and fonts, and how it says a time. */
export type Sheet = PDFKit.PDFDocument;
export const page = { width: 595.28, height: 841.89 } as const;
export const left = 50;
export const width = page.width - 2 * left;
export const top = 56;
/** Below it stand the number and the page. */
export const bottom = page.height - 74;

export const fontNames = { regular: 'regular', bold: 'bold' } as const;
/** As the pages have them. */
export const colours = {
  brand: '#0a7359',
  brandSoft: '#e0f2ec',
  ink: '#1b2a26',
  soft: '#5a6a65',
  line: '#d5ded9',
  danger: '#a3262a',
  dangerSoft: '#fbe9e8',
} as const;

/** 2 小时 5 分钟, 3 小时, 45 分钟. */
export function spanOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分钟`];
  return parts.filter((part) => part !== false).join(' ');
}
