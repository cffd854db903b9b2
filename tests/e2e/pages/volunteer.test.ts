/** A pupil’s pages: what service came to, where each record stands, redeeming up to the code held up at the desk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeClient } from '../../../scripts/local/client.ts';
import { openStage, ready, type Stage, type Width } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const school = await enter('school');
  const [{ id: desk = '' } = {}] = (await school.must('GET /api/desks', {})).items;
  const { unit } = (await school.must('GET /api/session', {})).post;
  for (const [width, name] of Object.entries(bookmarks)) {
    const body = { unit, name, kind: 'stationery', price: 10 } as const;
    const { id: item } = await school.must('POST /api/items', { body });
    await school.must('POST /api/items/{item}/stock', { params: { item }, body: { desk, change: 2, reason: width } });
  }
});
afterAll(() => stage.close());

/** One thing a width: nobody takes the same thing twice within a month. */
const bookmarks: Readonly<Record<Width, string>> = { phone: '叶子书签', desk: '花朵书签' };

async function enter(login: string): Promise<Client> {
  const client = makeClient((path, init) => fetch(stage.url + path, init));
  await client.must('POST /api/sessions', { body: { login, password: 'demo-time-bank-2026' } });
  return client;
}

async function open(address: string, width: Width): Promise<Page> {
  const page = await stage.visit({ as: 'pupil', width });
  await page.goto(address);
  await ready(page);
  return page;
}

const pointsOn = async (page: Page) =>
  Number(await page.getByRole('heading', { name: '可用积分' }).locator('+ p').textContent());

async function redeem(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `兑换 ${name}` }).click();
  await page.getByRole('dialog', { name: '确认兑换' }).getByRole('button', { name: '确认兑换' }).dblclick();
  await page.getByRole('img', { name: '领取二维码' }).waitFor();
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '取消兑换' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消兑换' }).click();
  await page.getByRole('heading', { name: '已取消，积分退回来了' }).waitFor();
}

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('the points page says what is there, what is on its way, and where each entry came from', async () => {
    const page = await open('/me', width);
    expect(await pointsOn(page)).toBeGreaterThan(0);
    await page.getByText(/还有 \d+ 积分在路上/).waitFor();
    await page.getByRole('progressbar', { name: '初中星级' }).waitFor();
    await page.getByText(/年8月31日为止可用/).waitFor();
    await page.getByRole('link', { name: '路口文明引导' }).first().click();
    await page.getByText('已经生效，时长和积分到账了').waitFor();
  });

  test('a record says how far it is and whom it waits for', async () => {
    const page = await open('/me/records', width);
    await page.getByRole('link', { name: '待审核' }).first().click();
    await page.waitForURL('**/me/records/*');
    await page.getByText('在等老师审核').waitFor();
    const step = page.getByRole('listitem').and(page.locator('[aria-current=step]'));
    expect(await step.textContent()).toContain('审核通过，开始公示');
  });

  test('redeeming takes two taps, a double tap spends once, and it can be undone until picked up', async () => {
    const page = await open('/me', width);
    const before = await pointsOn(page);
    await page.goto('/shop');
    await ready(page);
    await redeem(page, bookmarks[width]);
    expect(await page.getByRole('main').textContent()).toMatch(/\d{4}\s+\d{4}/);
    await page.goto('/me');
    expect(await pointsOn(page)).toBe(before - 10);
    await page.getByRole('link', { name: '我的兑换' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: '待领取' })
      .filter({ hasText: bookmarks[width] })
      .getByText('出示核销码')
      .click();
    await ready(page);
    await undo(page);
    await page.goto('/me');
    expect(await pointsOn(page)).toBe(before);
  });

  test('what is out of reach has no button and says what is missing', async () => {
    const page = await open('/shop', width);
    const film = page.getByRole('listitem').filter({ hasText: '电影卡' });
    await film.getByText(/还差 \d+ 积分/).waitFor();
    expect(await film.getByRole('button').count()).toBe(0);
  });

  test('the code stays on the screen without a network, and undoing then says why it cannot', async () => {
    const page = await open('/me/redemptions', width);
    await page.getByRole('link', { name: '出示核销码' }).first().click();
    await ready(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '取消兑换' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消兑换' }).click();
    await page.getByRole('alert').getByText('网络断开了').waitFor();
    await page.getByRole('button', { name: '不取消' }).click();
    await page.getByRole('img', { name: '领取二维码' }).waitFor();
  });

  test('the PIN is changed by whoever knows the old one', async () => {
    const page = await open('/account', width);
    await page.getByText('换 PIN').click();
    const change = async (old: string, wanted: string, repeated = wanted) => {
      await page.getByLabel('现在的 PIN').fill(old);
      await page.getByLabel('新的 PIN').fill(wanted);
      await page.getByLabel('再输入一次').fill(repeated);
      await page.getByRole('button', { name: '换成新的' }).click();
    };
    await change('482951', '739164', '739165');
    await page.getByText('两次输入的不一样').waitFor();
    await change('111222', '739164');
    await page.getByRole('alert').getByText('账号或密码不对').waitFor();
    await change('482951', '739164');
    await page.getByText('换好了').waitFor();
    await change('739164', '482951');
    await page.getByText('换好了').waitFor();
  });

  test('signing out leaves nothing of the person in the browser', async () => {
    const page = await open('/account', width);
    await page.evaluate(() => sessionStorage.setItem('key', 'left'));
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.goto('/me');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  test('the list of all places leads to each of them', async () => {
    const page = await open('/menu', width);
    await page.getByRole('main').getByRole('link', { name: '服务队' }).click();
    await page.getByRole('heading', { name: '示范小小志愿者' }).waitFor();
  });
});

test('whoever holds two posts goes from one to the other', async () => {
  const school = await enter('school');
  const scope = (await school.must('GET /api/session', {})).post.unit;
  await school.must('POST /api/staff', { body: { login: 'leader', name: '领队', role: 'approver', scope } });
  const page = await stage.visit({ as: 'leader' });
  await page.goto('/account');
  await ready(page);
  await page.getByRole('button', { name: '审核人 · 示范学校' }).click();
  await page.waitForURL('**/approvals');
});
