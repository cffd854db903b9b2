/** The leader's phone when an activity goes otherwise than planned: a pupil helps, others walk in, a storm ends it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from './browser.ts';
import { follow, openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** How far the server's time is ahead, and that of the phones opened afterwards. */
let ahead = 0;
async function moveOn(minutes: number) {
  ahead = minutes * 60_000;
  await stage.moveTo(Date.now() + ahead);
}
async function open(address: string, as: Visitor) {
  const page = await stage.visit({ as, width: 'phone' });
  await page.clock.setFixedTime(Date.now() + ahead);
  await page.goto(address);
  await ready(page);
  return page;
}
/** The shift that begins in ten minutes, with five who are there. */
async function openBooks(): Promise<Page> {
  const page = await open('/leader/activities', 'leader');
  await follow(page, /图书角整理/);
  return page;
}
async function manage(page: Page, what: string) {
  const button = page.getByRole('button', { name: what });
  if (!(await button.isVisible())) await page.getByText('办理这一场').click();
  await button.click();
  return page.getByRole('dialog');
}
const addTwo = async (dialog: ReturnType<Page['getByRole']>) => {
  await dialog.getByRole('button', { name: '看队员名单' }).click();
  await dialog.getByRole('checkbox').nth(0).click();
  await dialog.getByRole('checkbox').nth(1).click();
  await dialog.getByRole('button', { name: '添加 (2)' }).click();
  await dialog.waitFor({ state: 'detached' });
};

test('a pupil who was lent the right is told, and finds the way to the list', async () => {
  const leader = await openBooks();
  const pupil = await open('/me/activities', 'pupil');
  await pupil.getByRole('link', { name: /图书角整理/ }).click();
  await ready(pupil);
  await pupil.getByText('已报名').waitFor();
  const { name } = (await (await pupil.request.get('/api/me')).json()) as { name: string };
  const dialog = await manage(leader, '清点人数');
  await dialog.getByLabel('借签到权给').selectOption({ label: name });
  await dialog.getByRole('button', { name: '好', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await moveOn(1);
  await pupil.goto('/inbox');
  await pupil.getByRole('link', { name: /领队请你在.*帮大家签到、签退/ }).click();
  await ready(pupil);
  await pupil.getByRole('link', { name: '给大家签到、签退' }).click();
  await ready(pupil);
  await pupil.getByRole('heading', { name: /^在场 5/ }).waitFor();
  expect(await pupil.getByText('办理这一场').count()).toBe(0);
  expect(await pupil.getByText('借到签到权').count()).toBe(1);
});

test('two walk-ins are added by the list; a storm ends the shift, and what was served is recorded', async () => {
  await moveOn(40);
  const page = await openBooks();
  await addTwo(await manage(page, '添加当场来的人'));
  await page.getByRole('heading', { name: /^在场 7/ }).waitFor();
  const dialog = await manage(page, '取消这一场');
  await dialog.getByText(/在场的人按现在签退/).waitFor();
  await dialog.getByRole('button', { name: '取消这一场' }).click();
  await page.getByText(/因天气取消，.* 提前结束/).waitFor();
  await page.getByRole('heading', { name: /^已离开 7/ }).waitFor();
  await addTwo(await manage(page, '按纸质名单添加没有报名的人'));
  await page.getByRole('heading', { name: /^已离开 9/ }).waitFor();

  await page.goto('/leader');
  await page.getByRole('link', { name: '1 场活动结束了，还没有办完' }).click();
  await page.getByRole('heading', { name: '结束了，还等你办完' }).waitFor();
  await page
    .getByRole('link', { name: /图书角整理/ })
    .first()
    .click();
  await page.waitForURL('**/leader/activities/*');
  await ready(page);
  await page.getByRole('button', { name: '生成服务记录 (9)' }).click();
  await page.getByRole('link', { name: '去确认时长' }).waitFor();
  await page.goto('/leader');
  await ready(page);
  expect(await page.getByRole('link', { name: /还没有办完/ }).count()).toBe(0);
});

test('whoever withdraws late chooses why: nothing is chosen beforehand', async () => {
  await moveOn(2.5 * 24 * 60);
  const page = await open('/me/activities', 'pupil');
  await follow(page, /清河护绿/);
  await page.getByRole('button', { name: '退出' }).click();
  const dialog = page.getByRole('dialog');
  const why = dialog.getByLabel('为什么退出');
  expect(await why.inputValue()).toBe('');
  await dialog.getByRole('button', { name: '退出' }).click();
  expect(await why.evaluate((field: HTMLSelectElement) => field.validity.valueMissing)).toBe(true);
  await why.selectOption('学校有事');
  await dialog.getByRole('button', { name: '退出' }).click();
  await page.getByText('已退出').waitFor();
});
