/** Figures of schools and districts, and what everybody may read of them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve, signedIn } from './served.ts';
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

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('the school sees its figures with a picture, a text and a table for each', async () => {
    const page = await opened(await stage.visit({ as: 'school', width }), '/overview');
    for (const label of [/每月的服务时长/, /已有星级/, /时长最多的服务队/, /证据等级/])
      await page.getByRole('img', { name: label }).waitFor();
    await page.getByText('看数据表').first().click();
    await page.getByRole('columnheader', { name: '月份' }).waitFor();
  });

  test('the district sees its schools and opens one', async () => {
    const page = await opened(await stage.visit({ as: 'district', width }), '/district');
    await page.getByText('线下志愿者').waitFor();
    await page.getByRole('link', { name: '示范学校' }).click();
    await page.waitForURL('**/overview?unit=*');
    await page.getByText('示范学校 · 截至').waitFor();
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
    await expect.poll(isPublic, { timeout: 15_000 }).toBe(true);
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

test('the school prints its own list without choosing', async () => {
  const page = await opened(await stage.visit({ as: 'approver', width: 'desk' }), '/publicity-list');
  expect(await page.getByLabel('学校').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').count()).toBe(0);
});
