/** Approving: one tap, exceptions opened first, many at once, by keyboard, and taken back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patienceMs } from './browser.ts';
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
  test('one tap approves what went as planned, and another takes it back', async () => {
    const name = `图书角整理 ${width}`;
    const shift = await served.waitingShift(name);
    const page = await opened(await stage.visit({ as: 'approver', width }), '/approvals');
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByRole('button', { name: '通过' }).click();
    await row.getByText(`已通过 ${served.people} 人`).waitFor();
    expect(await served.statesOf(shift)).toEqual({ published: served.people });
    await row.getByRole('button', { name: `撤销：${name}` }).click();
    await row.getByText('已撤销，回到待审核').waitFor();
    expect(await served.statesOf(shift)).toEqual({ confirmed: served.people });
  });

  test('an exception says why and is opened; one record goes back with a reason, the others are approved', async () => {
    const name = `河岸清洁 ${width}`;
    const shift = await served.waitingShift(name, { isPlanned: false });
    const page = await opened(await stage.visit({ as: 'approver', width }), '/approvals');
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
    await page.getByRole('button', { name: `通过 ${served.people - 1} 人` }).click();
    await page.getByText(`已通过 ${served.people - 1} 人`).waitFor();
    expect(await served.statesOf(shift)).toEqual({ sent_back: 1, published: served.people - 1 });
  });

  test('everything as planned is approved at once, and a reload in the middle goes on', async () => {
    const shifts = [await served.waitingShift(`成批 ${width} 一`), await served.waitingShift(`成批 ${width} 二`)];
    const page = await opened(await stage.visit({ as: 'approver', width }), '/approvals');
    await page.getByRole('button', { name: /都通过/ }).click();
    await page.getByRole('button', { name: '全部通过' }).click();
    await page.reload();
    const isDone = async () =>
      (await Promise.all(shifts.map(served.statesOf))).every(({ confirmed }) => confirmed === undefined);
    await expect.poll(isDone, { timeout: patienceMs }).toBe(true);
    await page.getByRole('button', { name: `撤销：成批 ${width} 一` }).waitFor();
  });
});

test('the keyboard walks the queue, approves and takes back', async () => {
  const shift = await served.waitingShift('键盘审核');
  const page = await opened(await stage.visit({ as: 'approver', width: 'desk' }), '/approvals');
  await page.locator(`#shift-${shift}`).focus();
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  const row = page.locator(`#shift-${shift}`);
  await row.getByText(`已通过 ${served.people} 人`).waitFor();
  await row.focus();
  await page.keyboard.press('u');
  await row.getByText('已撤销').waitFor();
  expect(await served.statesOf(shift)).toEqual({ confirmed: served.people });
});

test('an approver with nothing waiting is told that all is done', async () => {
  const district = await signedIn(stage, 'district');
  const { post } = await district.must('GET /api/session', {});
  const body = { kind: 'community', name: '安静社区', parent: post.unit } as const;
  const quiet = await district.must('POST /api/units', { body });
  const page = await opened(await stage.visit({ as: 'district' }), `/approvals?unit=${quiet.id}`);
  await page.getByText('都审核完了').waitFor();
});
