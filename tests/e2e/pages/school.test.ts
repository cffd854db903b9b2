/** The school's desk: rosters, pupils and consents, login cards, teams, staff. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, ready, type Stage, type Width } from './stage.ts';

const rosters = join(import.meta.dirname, '../../fixtures/rosters');
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(address: string, width: Width): Promise<Page> {
  const page = await stage.visit({ as: 'school', width });
  await page.goto(address);
  await ready(page);
  return page;
}

/** A roster of one class as schools write them: two sound rows, one without a name. */
const rosterOf = (grade: string, number: string) => {
  const rows = [
    `${number}1,孙小雨,男,${grade}(9)班,2016-03-05`,
    `${number}2,=周小雪,女,${grade}(9)班,2016-04-06`,
    `${number}3,,女,${grade}(9)班,2016-05-07`,
  ];
  const text = ['学号,姓名,性别,班级,出生日期', ...rows].join('\r\n');
  return { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${text}`) };
};
const perWidth = { phone: { grade: '三', number: '300' }, desk: { grade: '五', number: '500' } };

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('a roster is read, previewed by outcome, survives a reload, and is written when confirmed', async () => {
    const page = await open('/imports', width);
    const { grade, number } = perWidth[width];
    await page.locator('input[type=file]').setInputFiles(rosterOf(grade, number));
    await page.getByRole('heading', { name: '现在还没有写入任何内容' }).waitFor();
    await page.getByRole('link', { name: '有错' }).waitFor();
    await page.getByRole('cell', { name: '第 4 行' }).waitFor();
    await page.reload();
    await ready(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载报告' }).click();
    expect((await download).suggestedFilename()).toBe('名册导入报告.csv');
    await page.getByRole('link', { name: '新增' }).click();
    await page.getByRole('cell', { name: '第 2 行' }).waitFor();
    await ready(page);
    await page.getByRole('button', { name: /^确认写入 \d+ 行$/ }).click();
    await page.getByRole('heading', { name: /^写好了/ }).waitFor();
    await page.goto(`/pupils?q=${number}`);
    await page.getByText('孙小雨').first().waitFor();
  });

  test('a file that is no roster is refused before or after the upload, in words', async () => {
    const page = await open('/imports', width);
    const files = page.locator('input[type=file]');
    await files.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('png') });
    await page.getByRole('alert').getByText('请选择 .xlsx、.xls 或 .csv 文件。').waitFor();
    await files.setInputFiles({ name: 'broken.xlsx', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
    await page.getByRole('link', { name: '重新上传' }).waitFor();
  });

  test('pupils are found by pinyin, and a class gets its paper consents in one go', async () => {
    const page = await open('/pupils', width);
    await page.getByLabel('姓名、拼音或学号').fill('zhaozihan');
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL('**/pupils?q=zhaozihan*');
    await page.getByText('赵子涵').first().waitFor();
    expect(await page.getByText('钱雨桐').count()).toBe(0);
    await page.goto('/pupils');
    await ready(page);
    await page.getByRole('checkbox', { name: '选择钱雨桐' }).first().check();
    await page.getByRole('button', { name: '登记同意书' }).click();
    await registerPaper(page, '登记 1 人');
    await page.getByText('已登记 1 人的同意书').waitFor();
    await page.getByRole('combobox', { name: '班级' }).selectOption({ label: '七(1)班' });
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL('**/pupils?*class=*');
    await ready(page);
    await page.getByRole('button', { name: '登记全班同意书' }).click();
    await registerPaper(page, /^登记 \d+ 人$/);
    await page.getByText(/^已登记 \d+ 人的同意书$/).waitFor();
  });

  test('login cards are made once and print eight to a page of A4', async () => {
    const page = await open('/cards', width);
    await page.getByRole('link', { name: '四(1)班' }).click();
    await page.waitForURL('**/cards?*class=*');
    await ready(page);
    const make = page.getByRole('button', { name: /^生成 \d+ 张登录卡$/ });
    const made = Number((await make.textContent())?.match(/\d+/));
    await make.click();
    await page.getByRole('heading', { name: `已生成 ${made} 张，请现在打印` }).waitFor();
    expect(await page.getByRole('listitem', { name: /的登录卡$/ }).count()).toBe(made);
    const parts = await page.getByRole('listitem', { name: /的登录卡( 家长联)?$/ }).count();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(Math.ceil(parts / 8));
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });

  test('a team is founded, gets members from a class, loses one, and gets a leader', async () => {
    const page = await open('/teams', width);
    await page.getByRole('button', { name: '成立服务队' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('队名').fill(`护绿小队${width}`);
    await dialog.getByRole('button', { name: '成立服务队' }).click();
    await page.getByRole('heading', { name: `护绿小队${width}` }).waitFor();
    await ready(page);
    await page.getByRole('button', { name: '添加队员' }).click();
    await dialog.getByLabel('从哪个班添加').selectOption({ label: '四(1)班' });
    await dialog.getByLabel('全选').check();
    await dialog.getByRole('button', { name: /^添加 [1-9]\d* 人$/ }).click();
    await page.getByText(/^已添加 \d+ 人$/).waitFor();
    await page.getByRole('checkbox', { name: /赵子涵/ }).check();
    await page.getByRole('button', { name: '移出 1 人' }).click();
    await dialog.getByRole('button', { name: '移出 1 人' }).click();
    await page.getByText('已移出 1 人').waitFor();
    await page.getByRole('checkbox', { name: /赵子涵/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '任命领队' }).click();
    await invite(page, `lead.${width}`, '任命领队');
    await page.getByRole('region', { name: '王老师的激活码' }).waitFor();
  });

  test('a colleague is invited, gets a new code, and loses a post only after a confirmation', async () => {
    const page = await open('/staff', width);
    await page.getByRole('button', { name: '请同事加入' }).click();
    await invite(page, `check.${width}`, '生成激活码');
    const code = page.getByRole('region', { name: '王老师的激活码' });
    await code.waitFor();
    await page.reload();
    await ready(page);
    expect(await code.count()).toBe(0);
    const colleague = page.getByRole('listitem').filter({ hasText: `check.${width}` });
    await colleague.getByRole('button', { name: '新激活码' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '生成激活码' }).click();
    await code.waitFor();
    await colleague.getByRole('button', { name: '解除王老师的审核人身份' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '解除' }).click();
    await page.getByText('已解除王老师的“审核人”身份').waitFor();
    await colleague.waitFor({ state: 'detached' });
  });
});

test('a district’s administrator chooses a school, and can give a roster of all schools', async () => {
  const page = await stage.visit({ as: 'district', width: 'desk' });
  await page.goto('/imports');
  await ready(page);
  await page.getByLabel('给哪里导入').waitFor();
  await page.locator('input[type=file]').setInputFiles(join(rosters, 'binjiang-class-5-2.xlsx'));
  await page.getByRole('link', { name: '冲突' }).waitFor();
  await page.goto('/cards');
  await page.getByRole('combobox', { name: '学校' }).selectOption({ label: '示范学校' });
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByRole('link', { name: '四(1)班' }).waitFor();
  await page.goto('/staff');
  await page.getByRole('combobox', { name: '单位' }).selectOption({ label: '示范学校' });
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByText('approver').first().waitFor();
});

async function registerPaper(page: Page, button: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '登记监护人同意书' });
  await dialog.getByLabel('签署日期').fill('2026-09-03');
  await dialog.getByLabel('同意书版本').fill('2026-09');
  await dialog.getByRole('button', { name: button }).click();
}

async function invite(page: Page, login: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('王老师');
  await dialog.getByLabel('登录名').fill(login);
  await dialog.getByRole('button', { name: button }).click();
}
