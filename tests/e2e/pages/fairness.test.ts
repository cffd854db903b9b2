/** Objections, gifts of stars, card numbers and booked services, as people meet them on a phone and a desk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patienceMs } from './browser.ts';
import { signedInPupil } from './served.ts';
import { openStage, ready, type Stage, type Visitor, type Width } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(address: string, as: Visitor, width: Width): Promise<Page> {
  const page = await stage.visit({ as, width });
  await page.goto(address);
  await ready(page);
  return page;
}
/** Each objects once to a record: another pupil for each width. */
const pupils = { phone: '2026080101', desk: '2026080103' } as const satisfies Record<Width, string>;

async function openRecords(number: string, width: Width): Promise<Page> {
  const page = await open('/sign-in', 'nobody', width);
  await page.getByLabel('学校代码').fill('110001');
  await page.getByLabel('学号').fill(number);
  await page.getByLabel('PIN').fill('482951');
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL('**/me');
  await page.goto('/me/records');
  await ready(page);
  return page;
}

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('a pupil objects to a record in public, the school answers, and the pupil reads the answer', async () => {
    const pupil = await openRecords(pupils[width], width);
    await pupil
      .getByRole('main')
      .getByRole('link', { name: /公示中/ })
      .first()
      .click();
    await ready(pupil);
    await pupil.getByRole('button', { name: '提出异议' }).click();
    const said = pupil.getByRole('dialog');
    await said.getByLabel('哪里不对').selectOption({ label: '时间不对' });
    await said.getByLabel('补充说明（可不填）').fill(`${width}：提前走了`);
    await said.getByRole('button', { name: '提交' }).click();
    await pupil.getByText(`${width}：提前走了`).waitFor();
    const school = await open('/objections', 'school', width);
    const card = school
      .getByRole('main')
      .locator('section')
      .filter({ hasText: `${width}：提前走了` });
    await card.getByText('本人提出').waitFor();
    await card.getByRole('button', { name: /^异议不成立：/ }).click();
    const answer = school.getByRole('dialog');
    await answer.getByLabel('给对方的答复').fill('查过签到表，时间已核实');
    await answer.getByRole('button', { name: '提交' }).click();
    await card.waitFor({ state: 'detached' });
    await pupil.reload();
    await ready(pupil);
    await pupil.getByText('查过签到表，时间已核实').waitFor();
  });

  test('a pupil chooses a star gift, gets a code, and may change their mind', async () => {
    const pupil = await open('/me/gifts', 'pupil', width);
    await pupil.getByRole('button', { name: /^为 初中 1 星 选一样$/ }).click();
    const dialog = pupil.getByRole('dialog');
    await dialog.getByLabel('选什么').selectOption({ label: '星级读书卡' });
    await dialog.getByRole('button', { name: '就选它' }).click();
    await pupil.waitForURL(/\/me\/redemptions\/\w+$/);
    await ready(pupil);
    await pupil.getByRole('img', { name: '领取二维码' }).waitFor();
    await pupil.getByRole('button', { name: '取消兑换' }).click();
    await pupil.getByRole('dialog').getByRole('button', { name: '取消兑换' }).click();
    await pupil.getByText('已取消').first().waitFor();
  });

  test('the desk hands a gift over with a card number, brings numbers in and takes them back', async () => {
    const desk = await open('/desk/gifts', 'desk', width);
    const { name } = await (await signedInPupil(stage, '2026080101')).must('GET /api/me', {});
    await desk
      .getByRole('button', { name: new RegExp(`^交付 (?!${name}).+ 的 初中 1 星$`) })
      .first()
      .click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('选什么').selectOption({ label: '星级读书卡' });
    await dialog.getByRole('button', { name: '交付' }).click();
    await desk.getByText(/星级读书卡 交给了 .+卡号末四位 10\d\d/).waitFor();
    await desk.goto('/desk/stock');
    await ready(desk);
    await desk.getByRole('link', { name: '星级读书卡 的盘点、记录和卡号' }).click();
    await ready(desk);
    const numbers = [`NEW-${width}-1`, `NEW-${width}-2`, `NEW-${width}-1`];
    await desk.getByLabel('卡号，一行一个').fill(numbers.join('\n'));
    await desk.getByRole('button', { name: '导入卡号' }).click();
    await desk.getByText('重复，没有收：第 3 行').waitFor();
    await desk.getByLabel('卡号，一行一个').fill(numbers.slice(0, 2).join('\n'));
    await desk.getByRole('button', { name: '收回这些卡号' }).click();
    await desk.getByText('办好 2 个').waitFor();
  });

  test('a service is booked for a time, and cancelled a day ahead', async () => {
    const pupil = await open('/shop', 'pupil', width);
    await pupil.getByRole('link', { name: '看时段，预约：口腔检查' }).click();
    await ready(pupil);
    await pupil.getByRole('radio').nth(1).check();
    await pupil.getByRole('button', { name: '确认预约' }).click();
    await pupil.waitForURL(/\/me\/redemptions\/\w+$/);
    await ready(pupil);
    await pupil.getByText(/14:00–15:00/).waitFor();
    await pupil.getByRole('button', { name: '取消兑换' }).click();
    await pupil.getByRole('dialog').getByRole('button', { name: '取消兑换' }).click();
    await pupil.getByText('已取消').first().waitFor();
  });

  test('a whole time is called off at its desk, and nobody can book it any more', async () => {
    const desk = await open('/desk/stock', 'desk', width);
    await desk.getByRole('link', { name: '预约时段 志愿者理发' }).click();
    await ready(desk);
    const calls = desk.getByRole('button', { name: /^取消时段：/ });
    const before = await calls.count();
    await calls.first().click();
    await desk.getByRole('dialog').getByRole('button', { name: '取消时段' }).click();
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.getByText('已取消', { exact: true }).first().waitFor();
    await expect.poll(() => calls.count(), { timeout: patienceMs }).toBe(before - 1);
    const pupil = await open('/shop', 'pupil', width);
    await pupil.getByRole('link', { name: '看时段，预约：志愿者理发' }).click();
    await ready(pupil);
    expect(await pupil.getByRole('radio').count()).toBe(before - 1);
  });
});
