/** How staff prove who they are, on which devices they are known, and whom they ask to stand in. */
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const password = 'demo-time-bank-2026';
const opened = async (page: Page, address: string) => {
  await page.goto(address);
  await ready(page);
};
async function signIn(page: Page, login: string, { remember = false } = {}): Promise<void> {
  await opened(page, '/sign-in?as=staff');
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码').fill(password);
  if (remember) await page.getByLabel('这是我自己的设备').check();
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await ready(page);
}

describe('a phone for codes', () => {
  test('is set up once; then the password alone leads to one page only, and a recovery code leads on', async () => {
    const page = await stage.visit({ as: 'district' });
    await opened(page, '/account');
    await page.getByRole('link', { name: '绑定手机上的动态验证码' }).click();
    await page.waitForURL(/confirm/);
    await ready(page);
    await page.getByRole('button', { name: '开始绑定' }).click();
    const secret = ((await page.locator('.font-mono').textContent()) ?? '').replaceAll(' ', '');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() });
    await page.getByLabel('动态验证码').fill(code);
    await page.getByRole('button', { name: '完成绑定' }).click();
    await page.getByRole('heading', { name: '请收好恢复码' }).waitFor();
    const recovery = await page.locator('.font-mono li').allInnerTexts();
    expect(recovery).toHaveLength(10);
    const other = await stage.visit({ as: 'nobody' });
    await signIn(other, 'district');
    expect(new URL(other.url()).pathname).toBe('/confirm');
    await opened(other, '/rules');
    expect(new URL(other.url()).pathname).toBe('/confirm');
    await other.getByRole('button', { name: '手机不在身边？用恢复码' }).click();
    await other.getByLabel('恢复码').fill(recovery[0] ?? '');
    await other.getByRole('button', { name: '确认', exact: true }).click();
    await other.waitForURL(/\/rules$/);
  });
});

describe('a known device', () => {
  test('is remembered when its owner says so, listed in the account, and forgotten with one tap', async () => {
    const page = await stage.visit({ as: 'nobody' });
    await signIn(page, 'leader', { remember: true });
    await opened(page, '/account');
    const card = page.locator('section').filter({ hasText: '记住我的设备' });
    await card.getByText('这一台').waitFor();
    await card.getByRole('button', { name: /^忘掉/ }).click();
    await page.getByText('已忘掉，上面的登录已退出。').or(page.getByText('请先登录')).first().waitFor();
    await page.goto('/account');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

describe('a substitute', () => {
  test('is named by the leader until a day, after a fresh proof where the last is old, and ended early', async () => {
    const page = await stage.visit({ as: 'leader', width: 'desk' });
    await opened(page, '/leader');
    await stage.moveTo(Date.now() + 6 * 60_000);
    await page.getByRole('link', { name: '请人代领' }).click();
    await page.waitForURL(/substitutes/);
    await ready(page);
    await page.getByRole('button', { name: '请人代领' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('同事的登录名').fill('approver');
    await dialog.getByRole('button', { name: '请人代领' }).click();
    await dialog.getByLabel('密码').fill(password);
    await dialog.getByRole('button', { name: '确认', exact: true }).click();
    await dialog.getByText('已确认，请再办一次。').waitFor();
    await dialog.getByRole('button', { name: '请人代领' }).click();
    await page.getByText('何老师现在就可以代领').waitFor();
    await page.getByText('代领队', { exact: true }).waitFor();
    await page.getByRole('button', { name: '提前结束何老师的代领' }).click();
    await page.getByText('何老师的代领已结束').waitFor();
  });
});
