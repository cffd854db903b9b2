/** Figures of schools and districts, and what everybody may read of them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patienceMs } from './browser.ts';
import { type Served, serve, signedIn, signedInPupil } from './served.ts';
import { openStage, ready, type Stage, type Width } from './stage.ts';

let stage: Stage;
let served: Served;
beforeAll(async () => {
  stage = await openStage();
  served = await serve(stage);
});
afterAll(() => stage.close());

async function opened(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await ready(page);
  return page;
}

/** Each objects once: another pupil for each width. */
const pupils = { phone: '2026080101', desk: '2026080103' } as const satisfies Record<Width, string>;

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('the school sees its figures with a picture, a text and a table for each', async () => {
    const page = await opened(await stage.visit({ as: 'school', width }), '/overview');
    for (const label of [/每月的服务时长/, /已有星级/, /时长最多的服务队/, /证据等级/])
      await page.getByRole('img', { name: label }).waitFor();
    await page.getByText('看数据表').first().click();
    await page.getByRole('columnheader', { name: '月份' }).waitFor();
  });

  test('the school says how many pupils it has, and reads how many of them are on its roster', async () => {
    const page = await opened(await stage.visit({ as: 'school', width }), '/overview');
    await page.getByRole('button', { name: '填应有人数' }).click();
    await page.getByLabel('学校应有多少学生').fill('1200');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/^[\d,]+ \/ 1,200 · \d+%$/).waitFor();
  });

  test('the school chooses any of its teams, also one that has served nothing yet', async () => {
    const name = `新队 ${width}`;
    const school = await signedIn(stage, 'school');
    const { unit } = (await school.must('GET /api/session', {})).post;
    const { id } = await school.must('POST /api/teams', { body: { unit, name } });
    const page = await opened(await stage.visit({ as: 'school', width }), '/overview');
    await page.getByLabel('服务队', { exact: true }).selectOption({ label: name });
    await page.getByRole('button', { name: '查看' }).click();
    await page.waitForURL(`**/overview?*team=${id}*`);
    expect(await page.getByLabel('服务队', { exact: true }).inputValue()).toBe(id);
  });

  test('the school sees how many objections and requests wait, and goes where they are decided', async () => {
    const said = `${width}：那天我没有去`;
    const shift = await served.waitingShift(`异议 ${width}`);
    const approver = await signedIn(stage, 'approver');
    await approver.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
    const school = await signedIn(stage, 'school');
    const { post } = await school.must('GET /api/session', {});
    const waiting = async () => (await school.must('GET /api/figures', { query: { unit: post.unit } })).waiting;
    const before = await waiting();
    const pupil = await signedInPupil(stage, pupils[width]);
    const objection = { reason: 'not_there' as const, text: said };
    await pupil.must('POST /api/me/records/{shift}/objection', { params: { shift }, body: objection });
    await pupil.must('POST /api/me/correction-requests', { body: { about: 'class', text: said } });
    await expect.poll(async () => (await waiting()).objected, { timeout: patienceMs }).toBe(before.objected + 1);
    await expect.poll(async () => (await waiting()).requests, { timeout: patienceMs }).toBe(before.requests + 1);
    const { objected, requests } = await waiting();
    const page = await opened(await stage.visit({ as: 'school', width }), '/overview');
    const main = page.getByRole('main');
    await main
      .locator('div', { hasText: /^有异议/ })
      .getByText(`${objected} 条`, { exact: true })
      .waitFor();
    const asked = main.locator('div', { hasText: /^更正请求/ });
    await asked.getByText(`${requests} 份`).waitFor();
    await asked.getByRole('link', { name: '去答复' }).click();
    await page.waitForURL('**/requests?unit=*');
    await page.getByText(said).waitFor();
    await opened(page, '/overview');
    await main.getByRole('link', { name: '去处理异议' }).click();
    await page.waitForURL('**/objections?unit=*');
    await page.getByText(said).waitFor();
    await opened(page, '/inbox');
    await page
      .getByRole('link', { name: /提出异议，请查实后答复/ })
      .first()
      .click();
    await page.waitForURL('**/objections?unit=*');
    const card = main.locator('section', { hasText: said });
    await card.getByText('补充说明', { exact: true }).waitFor();
    await card.getByRole('button', { name: /^异议成立，不算：/ }).click();
    await page.getByLabel('给对方的答复').fill('查过，确实没有来');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('link', { name: /故意做假的：提出认定$/ }).click();
    await page.waitForURL(`**/corrections/new?shift=${shift}`);
    await page.getByRole('button', { name: /^认定是故意的：/ }).waitFor();
  });

  test('the district sees its schools and opens one', async () => {
    const page = await opened(await stage.visit({ as: 'district', width }), '/district');
    await page.getByText('线下志愿者').waitFor();
    await page.getByRole('link', { name: '示范学校' }).click();
    await page.waitForURL('**/overview?unit=*');
    await page.getByText('示范学校 · 截至').waitFor();
    await opened(page, '/objections');
    await page.getByText('先选一个单位').waitFor();
  });

  test('anybody finds a school and reads its list, where no name is whole', async () => {
    const name = `公示 ${width}`;
    const shift = await served.waitingShift(name);
    const approver = await signedIn(stage, 'approver');
    await approver.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
    const isPublic = async () => {
      const list = await approver.must('GET /api/publicity/{school}', { params: { school: '110001' }, query: {} });
      return list.items.some((item) => item.name === name);
    };
    await expect.poll(isPublic, { timeout: patienceMs }).toBe(true);
    const page = await opened(await stage.visit({ as: 'nobody', width }), '/');
    await page.getByRole('link', { name: '看公示名单' }).click();
    await page.getByLabel('学校名称或学校代码').fill('示范');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('link', { name: /示范学校/ }).click();
    await page.getByRole('heading', { name }).waitFor();
    const text = (await page.getByRole('main').textContent()) ?? '';
    expect(text).not.toContain('赵子涵');
  });
});

test('a parent objects with the school’s link to the sum of a class, and reads the answer by the receipt', async () => {
  const name = '全班合计';
  const shift = await served.waitingShift(name);
  const approver = await signedIn(stage, 'approver');
  await approver.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
  const { post } = await approver.must('GET /api/session', {});
  const objected = async () =>
    (await approver.must('GET /api/figures', { query: { unit: post.unit } })).waiting.objected;
  const before = await objected();
  const { link, school } = await approver.must('GET /api/publicity-link', { query: { unit: post.unit } });
  const isPublic = async () => {
    const { items } = await approver.must('GET /api/publicity/{school}', { params: { school } });
    return items.some((item) => item.name === name);
  };
  await expect.poll(isPublic, { timeout: patienceMs }).toBe(true);
  const address = `/publicity/${school}?link=${encodeURIComponent(link)}`;
  const parent = await opened(await stage.visit({ as: 'nobody', width: 'phone' }), address);
  const list = parent.locator('section', { has: parent.getByRole('heading', { name }) });
  await list
    .getByRole('button', { name: /提出异议/ })
    .first()
    .click();
  await parent.getByLabel('哪里不对').selectOption({ label: '没有参加' });
  await parent.getByRole('button', { name: '提交' }).click();
  await list.getByText('请收好这个链接').waitFor();
  await list.getByRole('link', { name: /objection/ }).click();
  await parent.getByText('等待处理').waitFor();
  const receipt = parent.url();

  await expect.poll(objected, { timeout: patienceMs }).toBe(before + 1);
  const office = await opened(await stage.visit({ as: 'approver', width: 'desk' }), '/approvals');
  await office.getByText(`有 ${before + 1} 条异议等着决定`).waitFor();
  await office.getByRole('link', { name: '去处理异议' }).click();
  await office.waitForURL('**/objections?unit=*');
  const card = office.locator('section', { hasText: name }).filter({ has: office.getByText('全班的合计') });
  await card.getByRole('button', { name: /核实无误/ }).click();
  await office.getByLabel('给对方的答复').fill('查过签到表，人数没有错');
  await office.getByRole('button', { name: '提交' }).click();
  await expect.poll(() => card.count(), { timeout: patienceMs }).toBe(0);

  await opened(parent, receipt);
  for (const text of ['核实过了，记录没有问题', '查过签到表，人数没有错', '处理人'])
    await parent.getByText(text).waitFor();
});

test('the school prints its own list without choosing', async () => {
  const page = await opened(await stage.visit({ as: 'approver', width: 'desk' }), '/publicity-list');
  expect(await page.getByLabel('学校').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').count()).toBe(0);
});
