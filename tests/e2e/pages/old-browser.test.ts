/** Chromium 109, the last one for Windows 7, which schools still have. */
import oldChromium from '@sparticuz/chromium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(await oldChromium.executablePath());
});
afterAll(() => stage.close());

test('a pupil signs in, sees points and the shop, and every page comes to life', async () => {
  const page = await stage.visit({ as: 'nobody' });
  await page.goto('/sign-in');
  await ready(page);
  await page.getByLabel('学校代码').fill('110001');
  await page.getByLabel('学号').fill('2026080101');
  await page.getByLabel('PIN').fill('482951');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '可用积分' }).waitFor();
  await page.goto('/shop');
  await ready(page);
  expect(await page.getByRole('listitem').count()).toBeGreaterThan(3);
});

test('a school’s overview and table are drawn as elsewhere', async () => {
  const page = await stage.visit({ as: 'school', width: 'desk' });
  for (const path of ['/overview', '/pupils']) {
    await page.goto(path);
    await ready(page);
  }
  const fill = await page.getByRole('link', { name: '跳到正文' }).evaluate(() => {
    return getComputedStyle(document.documentElement).backgroundColor;
  });
  expect(fill).toBe('rgb(243, 245, 243)');
});
