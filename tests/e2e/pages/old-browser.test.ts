/** Chromium 109, the last one for Windows 7, which schools still have. */
import oldChromium from '@sparticuz/chromium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(await oldChromium.executablePath());
});
afterAll(() => stage.close());

// Chromium 109 keeps no `__Host-` cookie from http, not even on localhost, so the sign-in is made for it.
test('a pupil sees points and redeems, and every page comes to life', async () => {
  const page = await stage.visit({ as: 'pupil' });
  for (const path of ['/me', '/me/records', '/account', '/shop']) {
    await page.goto(path);
    await ready(page);
  }
  await page.getByRole('button', { name: '兑换' }).first().click();
  await page.getByRole('dialog').getByRole('button').first().waitFor();
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
