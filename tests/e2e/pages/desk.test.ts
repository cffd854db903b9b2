/** The reward desk: from a code to a thing in a child's hands, the day's list, the stock. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notebookOf, signedInPupil } from './served.ts';
import { openStage, ready, type Stage, type Width } from './stage.ts';

/**
 * Pupils of the demo's seventh grade with a notebook to pick up; what the first two have is handed over here. The
 * second takes a book as well, which is not given.
 */
const numbers = { phone: '2026080101', desk: '2026080102', shown: '2026080103' };
const card = { school: '110001', pin: '482951' };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const codeField = (page: Page) => page.getByLabel('核销码', { exact: true });

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  const opened = async (address: string) => {
    const page = await stage.visit({ as: 'desk', width });
    await page.goto(address);
    await ready(page);
    return page;
  };

  test('a typed code is handed over in two steps, once, and stands on the day’s list', async () => {
    const { code } = await notebookOf(stage, numbers[width]);
    const page = await opened('/desk');
    const steps = [() => codeField(page).fill(code), () => page.getByRole('button', { name: '确认交付' }).click()];
    expect(steps.length).toBeLessThanOrEqual(3);
    await steps[0]?.();
    await page.getByRole('heading', { name: '请核对后交付' }).waitFor();
    await page.getByText('七(1)班').first().waitFor();
    await steps[1]?.();
    await page
      .getByRole('status')
      .getByText(/^笔记本 交给了 .+ 七\(1\)班$/)
      .waitFor();
    await page.getByRole('button', { name: '下一位' }).click();
    expect(await codeField(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await codeField(page).fill(code);
    await page.getByRole('alert').getByText('已经交付过了').waitFor();
    await page.getByRole('alert').getByText('经手人：图书馆老师').waitFor();
    expect(await page.getByRole('button', { name: '确认交付' }).count()).toBe(0);
    await page.goto('/desk/today');
    await page.getByRole('listitem').filter({ hasText: '笔记本' }).getByText('已交付').first().waitFor();
  });

  test('a notebook that turns out to be torn is exchanged once, and the day’s list and the stock say why', async () => {
    const page = await opened('/desk/today');
    const ask = page.getByRole('button', { name: /^给.+换一件笔记本$/ });
    await ask.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('领走后 7 天内可以换一件同样的').waitFor();
    await dialog.getByLabel('有什么问题').fill(`${width}：封面裂了`);
    await dialog.getByRole('button', { name: '换一件' }).click();
    await page.getByText(new RegExp(`换过一件：${width}：封面裂了 · 图书馆老师$`)).waitFor();
    expect(await ask.count()).toBe(0);
    await page.goto('/desk/stock');
    await page.getByRole('link', { name: '笔记本 的盘点、记录和卡号' }).click();
    await page.getByText('领后换货').first().waitFor();
  });

  test('what cannot be given is cancelled with a reason, and its owner reads why', async () => {
    const pupil = await signedInPupil(stage, numbers.desk);
    const { items } = await pupil.must('GET /api/items', {});
    const book = items.find(({ name }) => name === '《昆虫记》');
    const body = { item: book?.id ?? '', desk: book?.stock[0]?.desk ?? '', price: book?.price ?? 0 };
    const { id: redemption, code = '' } = await pupil.must('POST /api/redemptions', { body });
    const page = await opened('/desk');
    await codeField(page).fill(code);
    await page.getByRole('button', { name: '取消并退分' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '质量问题' }).click();
    await page.getByRole('status').getByText('已取消，积分已退回').waitFor();
    await page.getByRole('button', { name: '下一位' }).click();
    await codeField(page).fill(code);
    await page.getByRole('alert').getByText('取消原因：质量问题').waitFor();
    await page.getByRole('alert').getByText('经手人：图书馆老师').waitFor();
    await page.goto('/desk/today');
    await page.getByText('取消原因：质量问题').first().waitFor();
    await page.goto('/desk/stock');
    await page.getByRole('link', { name: '《昆虫记》 的盘点、记录和卡号' }).click();
    await page.getByText('取消兑换：质量问题').first().waitFor();
    const phone = await stage.visit({ as: 'nobody', width });
    await phone.goto(`/sign-in?next=/me/redemptions/${redemption}`);
    await ready(phone);
    await phone.getByLabel('学校代码').fill(card.school);
    await phone.getByLabel('学号').fill(numbers.desk);
    await phone.getByLabel('PIN').fill(card.pin);
    await phone.getByRole('button', { name: '登录' }).click();
    await phone.getByRole('status').getByText('兑换点取消了：东西有质量问题').waitFor();
    await phone.goto('/inbox');
    const told = /^东西有质量问题，兑换点取消了兑换，20 积分退回来了$/;
    await phone.getByText(told).first().waitFor();
  });

  test('what was found is looked at first: Enter after the last digit hands nothing over', async () => {
    const { code } = await notebookOf(stage, numbers.shown);
    const page = await opened('/desk');
    await codeField(page).pressSequentially(code);
    await page.getByRole('heading', { name: '请核对后交付' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '不是这位' }).click();
    await page.getByRole('listitem').filter({ hasText: '笔记本' }).first().waitFor();
  });

  test('a wrong code is explained, takes the focus, and can be corrected', async () => {
    const page = await opened('/desk');
    await codeField(page).fill('00000000');
    const alert = page.getByRole('alert');
    await alert.getByText('本兑换点没有这个核销码').waitFor();
    await page.locator('[role=alert]:focus').waitFor();
    await codeField(page).fill('123');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('核销码是八位数字').waitFor();
  });

  test('the stock is changed with a reason, and never below what is there', async () => {
    const item = { phone: '电影卡', desk: '读书卡' }[width];
    const page = await opened('/desk/stock');
    const open = page.getByRole('button', { name: `调整 ${item} 的库存` });
    const dialog = page.getByRole('dialog');
    await open.click();
    await dialog.getByLabel('件数').fill('5');
    await dialog.getByText('20 件改为 25 件').waitFor();
    expect(await dialog.getByLabel('原因').inputValue()).toBe('进货');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('status').getByText(`${item}：库存现在是 25`).waitFor();
    await open.click();
    await dialog.getByText('减少', { exact: true }).click();
    const count = dialog.getByLabel('件数');
    await count.fill('26');
    expect(await count.evaluate((field: HTMLInputElement) => field.validity.rangeOverflow)).toBe(true);
  });
});
