/** A guardian’s pages: one sign-in for two children, their points as they see them, consent, what is stored. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, ready, type Stage, type Width } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(address: string, width: Width): Promise<Page> {
  const page = await stage.visit({ as: 'parent', width });
  await page.goto(address);
  await ready(page);
  return page;
}

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('a parent signs in beside the staff and comes to a child’s time bank', async () => {
    const page = await stage.visit({ as: 'nobody', width });
    await page.goto('/sign-in');
    await ready(page);
    await page.getByText('工作人员和家长登录').click();
    await page.getByLabel('登录名').fill('parent');
    await page.getByLabel('密码').fill('482951');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '可用积分' }).waitFor();
  });

  test('two children stand side by side, and a tap leads from one to the other', async () => {
    const page = await open('/me/children', width);
    const children = page.getByRole('main').getByRole('listitem');
    expect(await children.count()).toBe(2);
    const other = await page.getByRole('button', { name: /^看.+的$/ }).textContent();
    await page.getByRole('button', { name: /^看.+的$/ }).click();
    await page.getByRole('heading', { name: '可用积分' }).waitFor();
    const name = other?.replace(/^看(.+)的$/, '$1') ?? '';
    await page.getByRole('main').getByText(name).first().waitFor();
  });

  test('consent is withdrawn in plain words and given again, and both are kept with their day', async () => {
    const page = await open('/me/consent', width);
    await page.getByRole('button', { name: '撤回同意' }).click();
    const dialog = page.getByRole('dialog', { name: '撤回同意' });
    await dialog.getByText('不再记录新的服务').waitFor();
    await dialog.getByRole('button', { name: '撤回同意' }).click();
    await page.getByText('已撤回', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '我看过了，同意' }).click();
    await page.getByText('已经记下。').waitFor();
    await page.getByText('已同意', { exact: true }).first().waitFor();
  });

  test('what is stored is said, can be taken along, and a mistake can be reported', async () => {
    const page = await open('/me/data', width);
    await page.getByText('出生日期').first().waitFor();
    const file = page.waitForEvent('download');
    await page.getByText('下载全部信息').click();
    expect((await file).suggestedFilename()).toMatch(/\.json$/);
    await page.getByLabel('哪里不对，应当怎样').fill(`姓名应为别的写法（${width}）`);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(`姓名应为别的写法（${width}）`).last().waitFor();
  });
});
