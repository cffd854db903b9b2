/** Chromium 109, the last one for Windows 7, which schools still have. */
import oldChromium from '@sparticuz/chromium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClient } from '../../../scripts/local/client.ts';
import { openStage, ready, type Stage } from './stage.ts';

const password = 'demo-time-bank-2026';
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(await oldChromium.executablePath());
  await stockBookmarks();
});
afterAll(() => stage.close());

/** What the pupil has not taken yet. */
async function stockBookmarks(): Promise<void> {
  const school = makeClient((path, init) => fetch(stage.url + path, init));
  const { post } = await school.must('POST /api/sessions', { body: { login: 'school', password } });
  const body = { unit: post.unit, name: '叶子书签', kind: 'stationery', price: 10 } as const;
  const { id: item } = await school.must('POST /api/items', { body });
  const [{ id: desk = '' } = {}] = (await school.must('GET /api/desks', {})).items;
  await school.must('POST /api/items/{item}/stock', { params: { item }, body: { desk, change: 1, reason: '进货' } });
}

// Chromium 109 keeps no `__Host-` cookie from http, not even on localhost, so the sign-in is made for it.
test('a pupil sees points and redeems, and every page comes to life', async () => {
  const page = await stage.visit({ as: 'pupil' });
  for (const path of ['/me', '/me/records', '/account', '/shop']) {
    await page.goto(path);
    await ready(page);
  }
  await page.getByRole('button', { name: '兑换 叶子书签' }).click();
  await page.getByRole('dialog', { name: '确认兑换' }).getByRole('button', { name: '确认兑换' }).click();
  await page.getByRole('img', { name: '领取二维码' }).waitFor();
});

test('a school’s overview and table come to life, on the ground that they have elsewhere', async () => {
  const page = await stage.visit({ as: 'school', width: 'desk' });
  for (const path of ['/overview', '/pupils']) {
    await page.goto(path);
    await ready(page);
  }
  const ground = await page.getByRole('link', { name: '跳到正文' }).evaluate(() => {
    return getComputedStyle(document.documentElement).backgroundColor;
  });
  expect(ground).toBe('rgb(243, 245, 243)');
});
