/** The first pages: what this is, sign-in, first use, looks, and being lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, ready, type Stage, type Width } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('a pupil signs in with school, number and PIN and finds the points', async () => {
    const page = await stage.visit({ as: 'nobody', width });
    await page.goto('/me');
    await ready(page);
    await page.getByLabel('学校代码').fill('110001');
    await page.getByLabel('学号').fill('2026080101');
    await page.getByLabel('PIN').fill('482951');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '可用积分' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/me');
  });

  test('a wrong PIN is said, takes the focus, and what was typed stays', async () => {
    const page = await stage.visit({ as: 'nobody', width });
    await page.goto('/sign-in');
    await ready(page);
    await page.getByLabel('学校代码').fill('110001');
    await page.getByLabel('学号').fill('2026080101');
    await page.getByLabel('PIN').fill('000000');
    await page.getByRole('button', { name: '登录' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('账号或密码不对').waitFor();
    // The focus moves once the message has been drawn.
    await page.locator('[role=alert]:focus').waitFor();
    expect(await page.getByLabel('学号').inputValue()).toBe('2026080101');
  });

  test('staff sign in with login and password and come to their own work', async () => {
    const page = await stage.visit({ as: 'nobody', width });
    await page.goto('/sign-in');
    await ready(page);
    await page.getByText('工作人员和家长登录').click();
    await page.getByLabel('登录名').fill('leader');
    await page.getByLabel('密码').fill('demo-time-bank-2026');
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL('**/leader');
  });

  test('a chosen look is there at once and stays', async () => {
    const as = width === 'phone' ? 'approver' : 'desk';
    const page = await stage.visit({ as, width });
    await page.goto('/look');
    await ready(page);
    await page.getByText('长辈模式（大字）').click();
    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'Text size and language' }).waitFor();
    expect(await page.locator('html').getAttribute('data-size')).toBe('large');
    const elsewhere = await stage.visit({ as, width });
    await elsewhere.goto('/');
    expect(await elsewhere.locator('html').getAttribute('lang')).toBe('en');
  });
});

test('an address that is no page says so and leads back', async () => {
  const page = await stage.visit({ as: 'nobody' });
  const response = await page.goto('/nowhere');
  expect(response?.status()).toBe(404);
  await page.getByRole('heading', { name: '没有找到' }).waitFor();
});

test('a page of another post is refused in words', async () => {
  const page = await stage.visit({ as: 'leader' });
  const response = await page.goto('/me');
  expect(response?.status()).toBe(403);
  await page.getByRole('heading', { name: '您当前的身份不能做这件事' }).waitFor();
});
