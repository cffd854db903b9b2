/** The inbox and its switches; the figures of a time, and what a school has ready. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, ready, type Stage, type Width } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function opened(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await ready(page);
  return page;
}

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('the bell says how much is new; a message leads to what it speaks of', async () => {
    const page = await opened(await stage.visit({ as: 'leader', width }), '/leader');
    const bell = page.getByRole('link', { name: /^消息/ }).filter({ visible: true });
    await bell.click();
    await page.waitForURL('**/inbox');
    await ready(page);
    await page.getByText(/条未读/).waitFor();
    await page
      .getByRole('link', { name: /有人在问|审核人退回了/ })
      .first()
      .click();
    await page.waitForURL('**/leader/shifts/*');
  });

  test('a kind that was switched off stays off, and what concerns rights cannot be', async () => {
    const page = await opened(await stage.visit({ as: 'pupil', width }), '/inbox');
    await page.getByRole('link', { name: '收哪些消息' }).click();
    await page.waitForURL('**/inbox/switches');
    await ready(page);
    const final = page.getByRole('checkbox', { name: '服务生效，积分到账' });
    await page.getByText('总是会收到', { exact: true }).click();
    await page.getByText(/撤回同意书/).waitFor();
    expect(await page.getByRole('checkbox', { name: /撤回同意书/ }).count()).toBe(0);
    // The box shows what the time bank has kept.
    await final.click();
    await expect.poll(() => final.isChecked()).toBe(false);
    await page.reload();
    await ready(page);
    expect(await final.isChecked()).toBe(false);
    await final.click();
    await expect.poll(() => final.isChecked()).toBe(true);
  });

  test('the school sees a month and a team, and what is ready for its first day', async () => {
    const page = await opened(await stage.visit({ as: 'school', width }), '/overview');
    await page.getByText('现有积分').waitFor();
    await page.getByText('都准备好了').waitFor();
    await page.getByLabel('服务队', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: '查看' }).click();
    await page.waitForURL('**/overview?*team=*');
    expect(await page.getByText('现有积分').count()).toBe(0);
  });
});

test('everything read is read', async () => {
  const page = await opened(await stage.visit({ as: 'pupil', width: 'phone' }), '/inbox');
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByText('没有未读消息').waitFor();
  expect(await page.getByText('未读', { exact: true }).count()).toBe(0);
});
