/** Joining and leading an activity on a phone: from the form to the records. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from './browser.ts';
import { follow, openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(address: string, as: Visitor) {
  const page = await stage.visit({ as, width: 'phone' });
  await page.goto(address);
  await ready(page);
  return page;
}

test('a pupil finds what fits, signs up, and withdraws in time without being asked why', async () => {
  const page = await open('/me/activities', 'pupil');
  await follow(page, /护学岗/);
  await page.getByRole('button', { name: '报名' }).click();
  await page.getByText('已报名').waitFor();
  await page.getByRole('button', { name: '退出' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '退出' }).waitFor();
  expect(await dialog.getByLabel('为什么退出').count()).toBe(0);
  const sent = page.waitForRequest(/withdrawal/);
  await dialog.getByRole('button', { name: '退出' }).click();
  expect((await sent).postDataJSON()).toEqual({});
  await page.getByText('已退出').waitFor();
});

test('a leader publishes a duty of two weeks in one form', async () => {
  const page = await open('/leader/activities/new', 'leader');
  await page.getByLabel('名称').fill('放学护路');
  await page.getByLabel('地点').fill('西门');
  await page.getByLabel('做什么').fill('引导同学排队');
  await page.getByLabel('注意安全').fill('站在人行道内');
  await page.getByLabel('联系人').fill('周老师');
  await page.getByLabel('角色 1').fill('引导员');
  await page.getByLabel('名额').first().fill('8');
  await page.getByRole('button', { name: '再加一个角色' }).click();
  for (const [at, name] of ['观察员', '记录员', '举牌员'].entries()) await page.getByLabel(`角色 ${at + 2}`).fill(name);
  await page.getByLabel('5 年级', { exact: true }).check();
  await page.getByText('每周都有').click();
  await page.getByText(/只在上学日/).click();
  const day = (days: number) => new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel('从哪天').fill(day(1));
  await page.getByLabel('到哪天').fill(day(14));
  await page.getByLabel('开始').first().fill('16:30');
  await page.getByLabel('结束').first().fill('17:00');
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByText('发布了 10 场').waitFor();
  await page.goto('/leader/activities');
  await ready(page);
  const published = page.getByRole('listitem').filter({ hasText: '放学护路' });
  await published.getByRole('link', { name: '照样再发布' }).click();
  await ready(page);
  expect(await page.getByLabel('角色 4').inputValue()).toBe('举牌员');
  expect(await page.getByLabel('5 年级', { exact: true }).isChecked()).toBe(true);
  expect(await page.getByLabel('6 年级', { exact: true }).isChecked()).toBe(false);
});

test('a pupil checks in by digits on the leader’s screen, the leader ticks another, sends all home', async () => {
  const leader = await open('/leader/activities', 'leader');
  await follow(leader, /图书角整理/);
  await leader.getByRole('heading', { name: /^在场 5/ }).waitFor();
  await leader.getByRole('button', { name: '签到码' }).click();
  const digits = await leader
    .getByRole('dialog')
    .getByText(/^\d{6}$/)
    .textContent();
  const pupil = await open('/scan', 'pupil');
  await pupil.getByLabel('六位数字').fill(digits ?? '');
  await pupil.getByRole('button', { name: '签到 / 签退' }).click();
  await pupil.getByRole('heading', { name: /签到成功/ }).waitFor();
  await leader.getByRole('dialog').getByRole('button', { name: '返回' }).click();
  // The leader's list is asked again every ten seconds.
  await leader.getByRole('heading', { name: /^在场 6/ }).waitFor();
  await leader
    .getByRole('button', { name: /^签到 / })
    .first()
    .click();
  await leader.getByRole('heading', { name: /^在场 7/ }).waitFor();
  await leader.getByRole('button', { name: '全部签退' }).click();
  await leader.getByRole('heading', { name: /^已离开 7/ }).waitFor();
});

test('a tick that found no network is still there after a reload, and goes out once', async () => {
  const leader = await open('/leader/activities', 'leader');
  await follow(leader, /图书角整理/);
  const notes = '**/api/activity-shifts/*/attendance';
  await leader.route(notes, (route) => route.abort());
  await leader
    .getByRole('button', { name: /^签到 / })
    .first()
    .click();
  const waiting = leader.getByRole('button', { name: /^1 次/ });
  await waiting.waitFor();
  await leader.reload();
  await waiting.waitFor();
  await leader.unroute(notes);
  await waiting.click();
  await leader.getByRole('heading', { name: /^在场 1/ }).waitFor();
  await waiting.waitFor({ state: 'detached' });
});

test('a leader moves one shift of a duty to another gate and makes it larger', async () => {
  const page = await open('/leader/activities', 'leader');
  await follow(page, /护学岗/);
  await page.getByText('办理这一场').click();
  await page.getByRole('button', { name: '改这一场' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('地点').fill('东门');
  await dialog.getByLabel('引导员的名额').fill('8');
  await dialog.getByRole('button', { name: '好', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/东门/).waitFor();
  await page.goto('/leader/activities');
  const duty = page.getByRole('link', { name: /护学岗/ });
  await duty.filter({ hasText: '东门' }).waitFor();
  await duty.filter({ hasText: '校门口' }).first().waitFor();
});

test('what residents said of a service stands under the code that they scanned', async () => {
  const page = await open('/leader/activities', 'leader');
  await follow(page, /图书角整理/);
  await page.getByText('办理这一场：报名、改时间、清点、评价', { exact: true }).click();
  const openFeedback = () => page.getByRole('button', { name: '群众评价' }).click();
  await openFeedback();
  const address = (await page.getByRole('dialog').getByText('/feedback/').textContent()) ?? '';
  const resident = await open(new URL(address).pathname, 'nobody');
  await resident.getByText('很好').click();
  await resident.getByText('准时').click();
  await resident.getByRole('button', { name: '交上去' }).click();
  await resident.getByText('谢谢你的评价').waitFor();
  await page.getByRole('dialog').getByRole('button').last().click();
  await openFeedback();
  await page.getByRole('dialog').getByText('准时 1').waitFor();
});
