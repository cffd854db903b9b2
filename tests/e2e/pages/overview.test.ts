/** Figures and what follows approval: overview, queue, a shift's records, public lists. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, everyPage, makeClient } from '../../../scripts/local/client.ts';
import { openStage, ready, type Stage, type Width } from './stage.ts';

const hourMs = 3_600_000;
let stage: Stage;
let leader: Client;
let members: string[];
beforeAll(async () => {
  stage = await openStage();
  leader = await staff('leader');
  const [team] = (await leader.must('GET /api/teams', {})).items;
  const params = { team: team?.id ?? '' };
  const shown = await everyPage((cursor) =>
    leader.must('GET /api/teams/{team}/members', { params, query: { cursor } }),
  );
  members = shown.map(({ volunteer }) => volunteer);
});
afterAll(() => stage.close());

async function staff(login: string): Promise<Client> {
  const client = makeClient((path, init) => fetch(stage.url + path, init));
  await client.must('POST /api/sessions', { body: { login, password: 'demo-time-bank-2026' } });
  return client;
}

/** Nobody can be at two places at once: each shift of yesterday takes its own half hour. */
let halfHours = 0;
async function waitingShift(name: string, { isPlanned = true } = {}): Promise<string> {
  const yesterday = new Date(Date.now() - 16 * hourMs).toISOString().slice(0, 10);
  const start = Date.parse(`${yesterday}T06:00:00+08:00`) + (halfHours++ * hourMs) / 2;
  const iso = (time: number) => new Date(time).toISOString();
  const [from, to] = [iso(start), iso(start + hourMs / 2)];
  const participants = members.map((volunteer, row) =>
    row === 0 && !isPlanned ? { volunteer, to: iso(start + hourMs / 4) } : { volunteer },
  );
  const about = {
    place: '图书馆',
    content: '整理',
    category: 'other',
    risk: '由老师陪同',
    contact: '值班老师',
  } as const;
  const { shift } = await leader.must('POST /api/shifts', { body: { name, ...about, from, to, participants } });
  await leader.must('POST /api/shifts/{shift}/confirmation', { params: { shift: shift.id }, body: {} });
  const approver = await staff('approver');
  const query = { unit: shift.unit };
  const isQueued = async () =>
    (await approver.must('GET /api/approvals', { query })).items.some(({ id }) => id === shift.id);
  await expect.poll(isQueued, { timeout: 15_000 }).toBe(true);
  return shift.id;
}

async function statesOf(shift: string): Promise<Record<string, number>> {
  const { shift: shown } = await leader.must('GET /api/shifts/{shift}', { params: { shift } });
  return shown.counts;
}

async function open(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await ready(page);
  return page;
}

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('one tap approves what went as planned, and another takes it back', async () => {
    const name = `图书角整理 ${width}`;
    const shift = await waitingShift(name);
    const page = await open(await stage.visit({ as: 'approver', width }), '/approvals');
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByRole('button', { name: '通过' }).click();
    await row.getByText('已通过 12 人').waitFor();
    expect(await statesOf(shift)).toEqual({ published: 12 });
    await row.getByRole('button', { name: `撤销：${name}` }).click();
    await row.getByText('已撤销，回到待审核').waitFor();
    expect(await statesOf(shift)).toEqual({ confirmed: 12 });
  });

  test('an exception says why, is opened, and one record goes back with a reason while the others are approved', async () => {
    const name = `河岸清洁 ${width}`;
    const shift = await waitingShift(name, { isPlanned: false });
    const page = await open(await stage.visit({ as: 'approver', width }), '/approvals');
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByText('有人的时间和整场不一样').waitFor();
    expect(await row.getByRole('button', { name: '通过' }).count()).toBe(0);
    await row.getByRole('link', { name: '逐人查看' }).click();
    await page.waitForURL(`**/approvals/${shift}`);
    await ready(page);
    // Who differs stands first.
    await page.getByRole('listitem').filter({ hasText: '时间不同' }).waitFor();
    const everybody = page.getByRole('checkbox', { name: '全选' });
    await everybody.uncheck();
    await page.getByRole('checkbox', { name: /^选中/ }).first().check();
    await page.getByRole('button', { name: '退回所选' }).click();
    await page.getByLabel('原因').fill('和签到表不一样');
    await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
    await page.getByText('已退回 1 人').waitFor();
    await everybody.check();
    await page.getByRole('button', { name: '通过 11 人' }).click();
    await page.getByText('已通过 11 人').waitFor();
    expect(await statesOf(shift)).toEqual({ sent_back: 1, published: 11 });
  });

  test('everything as planned is approved at once, and a reload in the middle goes on', async () => {
    const shifts = [await waitingShift(`成批 ${width} 一`), await waitingShift(`成批 ${width} 二`)];
    const page = await open(await stage.visit({ as: 'approver', width }), '/approvals');
    await page.getByRole('button', { name: /都通过/ }).click();
    await page.getByRole('button', { name: '全部通过' }).click();
    await page.reload();
    const isDone = async () =>
      (await Promise.all(shifts.map(statesOf))).every(({ confirmed }) => confirmed === undefined);
    await expect.poll(isDone, { timeout: 15_000 }).toBe(true);
    await page.getByRole('button', { name: `撤销：成批 ${width} 一` }).waitFor();
  });

  test('the school sees its figures with a picture, a text and a table for each', async () => {
    const page = await open(await stage.visit({ as: 'school', width }), '/overview');
    for (const label of [/每月的服务时长/, /已有星级/, /时长最多的服务队/, /证据等级/])
      await page.getByRole('img', { name: label }).waitFor();
    await page.getByText('看数据表').first().click();
    await page.getByRole('columnheader', { name: '月份' }).waitFor();
  });

  test('the district sees its schools and opens one', async () => {
    const page = await open(await stage.visit({ as: 'district', width }), '/district');
    await page.getByText('线下志愿者').waitFor();
    await page.getByRole('link', { name: '示范学校' }).click();
    await page.waitForURL('**/overview?unit=*');
    await page.getByText('示范学校 · 截至').waitFor();
  });

  test('anybody finds a school and reads its list, where no name is whole', async () => {
    const name = `公示 ${width}`;
    const shift = await waitingShift(name);
    const approver = await staff('approver');
    await approver.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
    const isPublic = async () => {
      const list = await approver.must('GET /api/publicity/{school}', { params: { school: '110001' }, query: {} });
      return list.items.some((item) => item.name === name);
    };
    await expect.poll(isPublic, { timeout: 15_000 }).toBe(true);
    const page = await open(await stage.visit({ as: 'nobody', width }), '/');
    await page.getByRole('link', { name: '看公示名单' }).click();
    await page.getByLabel('学校名称或学校代码').fill('示范');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('link', { name: /示范学校/ }).click();
    await page.getByRole('heading', { name }).waitFor();
    const text = (await page.getByRole('main').textContent()) ?? '';
    expect(text).not.toContain('赵子涵');
  });
});

test('the keyboard walks the queue, approves and takes back', async () => {
  const shift = await waitingShift('键盘审核');
  const page = await open(await stage.visit({ as: 'approver', width: 'desk' }), '/approvals');
  await page.locator(`#shift-${shift}`).focus();
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  const row = page.locator(`#shift-${shift}`);
  await row.getByText('已通过 12 人').waitFor();
  await row.focus();
  await page.keyboard.press('u');
  await row.getByText('已撤销').waitFor();
  expect(await statesOf(shift)).toEqual({ confirmed: 12 });
});

test('an approver with nothing waiting is told that all is done', async () => {
  const district = await staff('district');
  const { post } = await district.must('GET /api/session', {});
  const body = { kind: 'community', name: '安静社区', parent: post.unit } as const;
  const quiet = await district.must('POST /api/units', { body });
  const page = await open(await stage.visit({ as: 'district' }), `/approvals?unit=${quiet.id}`);
  await page.getByText('都审核完了').waitFor();
});

test('the school prints its own list without choosing', async () => {
  const page = await open(await stage.visit({ as: 'approver', width: 'desk' }), '/publicity-list');
  expect(await page.getByLabel('学校').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').count()).toBe(0);
});

test.each([
  ['/overview', 'school'],
  ['/district', 'district'],
  ['/approvals', 'approver'],
  ['/approvals', 'district'],
  ['/publicity-list', 'approver'],
  ['/publicity', 'nobody'],
  ['/publicity/110001', 'nobody'],
  ['/', 'nobody'],
] as const)('%s keeps what every page promises to %s', async (address, as) => {
  await stage.look(address, as);
});

test('a shift to approve keeps what every page promises', async () => {
  await stage.look(`/approvals/${await waitingShift('细看', { isPlanned: false })}`, 'approver');
});
