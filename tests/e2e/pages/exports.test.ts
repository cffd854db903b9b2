/** Lists as files: a phone for codes first, then a list that is written while one may leave, and fetched. */
import { readFile } from 'node:fs/promises';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheets } from '../../../functions/volunteers/roster/read-sheet.ts';
import { openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const opened = async (page: Page, address: string) => {
  await page.goto(address);
  await ready(page);
};
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

async function setUpPhone(page: Page): Promise<string> {
  await page.getByRole('link', { name: '去绑定' }).click();
  await page.waitForURL(/confirm/);
  await ready(page);
  await page.getByRole('button', { name: '开始绑定' }).click();
  const secret = ((await page.locator('.font-mono').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('动态验证码').fill(codeOf(secret));
  await page.getByRole('button', { name: '完成绑定' }).click();
  await page.getByRole('button', { name: '已收好，继续' }).click();
  await page.waitForURL(/\/exports$/);
  await ready(page);
  return secret;
}

const halfAYearAgo = () => new Date(Date.now() - 180 * 86_400_000).toISOString().slice(0, 10);

/** Taps the download of a list and reads what arrives. */
async function linesOf(page: Page, name: RegExp): Promise<unknown[][]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).first().click();
  const lines: unknown[][] = [];
  for await (const { cells } of readSheets(await readFile(await (await download).path()))) lines.push([...cells]);
  return lines;
}

test('the school takes its roster home, also after a reload, and an old code is asked for anew', async () => {
  const page = await stage.visit({ as: 'school', width: 'desk' });
  await opened(page, '/exports');
  expect(await page.getByRole('button', { name: '导出' }).count()).toBe(0);
  const secret = await setUpPhone(page);
  await page.getByText('还没有导出过。').waitFor();
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByText(/^(正在写|写好了)$/).waitFor();
  await page.reload();
  await ready(page);
  await page.getByText('写好了').waitFor();
  const [head, ...pupils] = await linesOf(page, /^下载.*学生名册$/);
  expect(head).toContain('学号');
  await page.getByText(`${pupils.length} 行`).waitFor();

  await stage.moveTo(Date.now() + 6 * 60_000);
  await page.getByLabel('哪份名单').selectOption('records');
  await page.getByLabel('从').fill(halfAYearAgo());
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByLabel('动态验证码').fill(codeOf(secret, 12));
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('已确认，请再办一次。').waitFor();
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('button', { name: /^下载.*服务记录$/ }).waitFor();
  const [columns, ...records] = await linesOf(page, /^下载.*服务记录$/);
  expect(columns).toContain('证据等级');
  expect(records.length).toBeGreaterThan(0);
});
