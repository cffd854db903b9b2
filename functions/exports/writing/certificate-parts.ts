/** What a certificate has on every page, and what stands at its end: the unit, the place of its seal, and the code. */
import { encode } from 'uqr';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import type { Paper } from '../../hours/index.ts';
import { bottom, colours, fontNames, left, page, type Sheet, width } from './certificate-sheet.ts';

/** A line around the sheet, with a finer one inside. */
export function frame(sheet: Sheet): void {
  const around = (gap: number) => sheet.rect(gap, gap, page.width - 2 * gap, page.height - 2 * gap);
  around(26).lineWidth(1.6).stroke(colours.brand);
  around(31).lineWidth(0.5).stroke(colours.brand);
}

/** A school's round seal is 42 mm wide. */
const sealRadius = 59.5;
export const closingHeight = 2 * sealRadius + 30;
const codeSize = 92;

/** At the foot of the last page. */
export function closing(sheet: Sheet, { unitName, number, issuedAt }: Paper, origin: string): void {
  const y = bottom - closingHeight + 14;
  code(sheet, `${origin}/verify?number=${number}`, left, y + 6);
  sheet.font(fontNames.regular).fontSize(8.5).fillColor(colours.soft);
  const how = `扫码查验，或打开 ${origin}/verify 输入编号。查验时请核对网址和总时长。`;
  sheet.text(how, left, y + codeSize + 12, { width: 215, lineGap: 2 });
  const middle = left + width - sealRadius - 30;
  const [, month, day] = shanghaiDay(issuedAt).split('-').map(Number);
  sheet
    .circle(middle, y + sealRadius, sealRadius)
    .lineWidth(0.8)
    .dash(3, { space: 3 })
    .stroke(colours.line)
    .undash();
  sheet.fontSize(8.5).fillColor(colours.soft);
  sheet.text('（盖章处）', middle - sealRadius, y + 2 * sealRadius - 24, { width: 2 * sealRadius, align: 'center' });
  const right = { width: 250, align: 'center', lineGap: 4 } as const;
  sheet.text('记录单位', middle - 125, y + sealRadius - 38, right);
  sheet.font(fontNames.bold).fontSize(12.5).fillColor(colours.ink);
  sheet.text(unitName, middle - 125, y + sealRadius - 22, right);
  sheet.font(fontNames.regular).fontSize(11);
  sheet.text(`${shanghaiDay(issuedAt).slice(0, 4)}年${month}月${day}日`, middle - 125, sheet.y + 2, right);
}

function code(sheet: Sheet, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const module = codeSize / size;
  for (const [down, line] of data.entries()) {
    for (const [along, isDark] of line.entries()) {
      if (isDark) sheet.rect(x + along * module, y + down * module, module, module);
    }
  }
  sheet.fill('#000000');
}

/** On each page which certificate it is of, which page of how many, and by which law. */
export function numbered(sheet: Sheet, { number }: Paper): void {
  const { count } = sheet.bufferedPageRange();
  const law = '依据《志愿服务记录与证明出具办法（试行）》由记录单位免费出具';
  for (let at = 0; at < count; at++) {
    sheet.switchToPage(at);
    sheet.font(fontNames.regular).fontSize(8).fillColor(colours.soft);
    const place = { width, lineBreak: false } as const;
    sheet.text(law, left, page.height - 52, place);
    sheet.text(`${number}　第 ${at + 1} 页，共 ${count} 页`, left, page.height - 52, { ...place, align: 'right' });
  }
}
