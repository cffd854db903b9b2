/**
 * A certificate on A4, from what was frozen when it was issued: whom and what it certifies, each service, and at the
 * end the unit with the place of its seal and a code that leads to where it can be verified. A long list goes on over
 * as many pages as it needs. Of the fonts those characters are embedded that are used: the text can be copied.
 */
import { readFile } from 'node:fs/promises';
import type PDFDocument from 'pdfkit';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import type { Paper } from '../../hours/index.ts';
import { minuteText } from '../../platform/instant.ts';
import { closing, closingHeight, frame, numbered } from './certificate-parts.ts';
import { bottom, colours, fontNames, left, type Sheet, spanOf, top, width } from './certificate-sheet.ts';

interface Printing {
  /** Where people find the time bank. */
  readonly origin: string;
  /** The folder of the fonts, laid out as in their package. */
  readonly fonts: URL;
}

export async function certificatePdf(paper: Paper, { origin, fonts }: Printing): Promise<Uint8Array> {
  const [Pdf, regular, bold] = await Promise.all([
    import('pdfkit').then((module): typeof PDFDocument => module.default),
    readFile(new URL('400Regular/NotoSansSC_400Regular.ttf', fonts)),
    readFile(new URL('700Bold/NotoSansSC_700Bold.ttf', fonts)),
  ]);
  const info = {
    Title: `志愿服务记录证明 ${paper.number}`,
    Author: paper.unitName,
    CreationDate: new Date(paper.issuedAt),
  };
  // Pages are made here, so that nothing is moved to another one by itself; no font stands in for ours.
  const page = { size: 'A4', margin: 0, bufferPages: true, autoFirstPage: false, font: '', lang: 'zh-CN' };
  const sheet: Sheet = new Pdf({ ...page, info });
  const chunks: Uint8Array[] = [];
  const written = new Promise((done, failed) => sheet.on('end', done).on('error', failed));
  sheet.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  sheet.registerFont(fontNames.regular, regular).registerFont(fontNames.bold, bold);
  newPage(sheet);
  const end = table(sheet, paper, opening(sheet, paper));
  if (end + closingHeight > bottom) newPage(sheet);
  closing(sheet, paper, origin);
  numbered(sheet, paper);
  sheet.end();
  await written;
  return Buffer.concat(chunks);
}

function newPage(sheet: Sheet): void {
  sheet.addPage();
  frame(sheet);
}

/** @returns where the table may begin */
function opening(sheet: Sheet, paper: Paper): number {
  const { name, schoolName, class: label, unitName, lines, minutes, number } = paper;
  sheet.font(fontNames.regular).fontSize(9).fillColor(colours.soft);
  sheet.text(`编号 ${number}`, left, top, { width, align: 'right' });
  sheet.font(fontNames.bold).fontSize(27).fillColor(colours.brand);
  sheet.text('志愿服务记录证明', left, top + 24, { width, align: 'center', characterSpacing: 4 });
  const of = [schoolName, label].filter((part) => part !== '').join(' ');
  const [first, last] = [lines[0]?.from ?? 0, lines.at(-1)?.from ?? 0];
  const when = `${dayText(first)}${shanghaiDay(first) === shanghaiDay(last) ? '' : `至${dayText(last)}`}`;
  sheet.font(fontNames.regular).fontSize(12.5).fillColor(colours.ink);
  sheet.text('兹证明 ', left, top + 86, { width, lineGap: 8, continued: true });
  sheet.font(fontNames.bold).text(name, { continued: true });
  const said = `参加了由${unitName}组织和记录的志愿服务 ${lines.length} 次，服务时长共 ${spanOf(minutes)}（${minutes} 分钟）。`;
  sheet.font(fontNames.regular).text(`${of === '' ? '' : `（${of}）`}于${when}${said}`);
  return corrected(sheet, paper, sheet.y + 14);
}

/** A paper that is printed again after a correction says so itself. */
function corrected(sheet: Sheet, { minutesNow }: Paper, y: number): number {
  if (minutesNow === undefined) return y;
  sheet.roundedRect(left, y, width, 30, 4).fill(colours.dangerSoft);
  sheet.font(fontNames.bold).fontSize(11).fillColor(colours.danger);
  sheet.text(`已更正：出具以后有记录被更正，现在共 ${spanOf(minutesNow)}（${minutesNow} 分钟）`, left + 12, y + 7);
  return y + 44;
}

const dayText = (at: number): string => {
  const [year, month, day] = shanghaiDay(at).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const columns = [
  { head: '日期', at: 8, wide: 62 },
  { head: '服务内容', at: 78, wide: 168 },
  { head: '地点', at: 254, wide: 112 },
  { head: '起止时间', at: 374, wide: 68 },
  { head: '分钟', at: 440, wide: 52 },
] as const;
const cellGap = 5;

/** @returns where it ends */
function table(sheet: Sheet, { lines }: Paper, begin: number): number {
  let y = head(sheet, begin);
  for (const { name, place, from, to, minutes } of lines) {
    const cells = [shanghaiDay(from), name, place, `${clock(from)}–${clock(to)}`, String(minutes)];
    sheet.font(fontNames.regular).fontSize(9.5);
    const tall = Math.max(...cells.map((text, at) => sheet.heightOfString(text, { width: columns[at]?.wide })));
    if (y + tall + 2 * cellGap > bottom) {
      newPage(sheet);
      y = head(sheet, top);
    }
    row(sheet, cells, y + cellGap, colours.ink);
    y += tall + 2 * cellGap;
    sheet
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .stroke(colours.line);
  }
  return y;
}

const clock = (at: number): string => minuteText(at).slice(-5);

function head(sheet: Sheet, y: number): number {
  const tall = 24;
  sheet.rect(left, y, width, tall).fill(colours.brandSoft);
  sheet.font(fontNames.bold).fontSize(9);
  row(
    sheet,
    columns.map((column) => column.head),
    y + 6,
    colours.brand,
  );
  sheet.font(fontNames.regular);
  return y + tall;
}

function row(sheet: Sheet, cells: readonly string[], y: number, colour: string): void {
  sheet.fillColor(colour);
  for (const [at, column] of columns.entries()) {
    const isLast = at === columns.length - 1;
    sheet.text(cells[at] ?? '', left + column.at, y, { width: column.wide, align: isLast ? 'right' : 'left' });
  }
}
