/** A leader's work: recording a shift in few touches, with and without a network, and looking after its records. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, ready, type Stage, type Width } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(address: string, width: Width): Promise<Page> {
  const page = await stage.visit({ as: 'leader', width });
  await page.goto(address);
  await ready(page);
  return page;
}

/** Hours that no other test of this file records; three days back is in time whatever day of the week it is. */
let hours = 6;
async function setTimes(page: Page): Promise<void> {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  await page.getByLabel('日期').fill(await dayBefore(page, 3));
  await page.getByLabel('开始').fill(clock(++hours));
  await page.getByLabel('结束').fill(clock(hours + 1));
}

const names = async (page: Page) =>
  (await page.getByRole('checkbox').locator('xpath=..').allInnerTexts()).map((text) => text.trim());
const shiftsListed = async (width: Width) => (await open('/leader', width)).getByRole('link', { name: '待确认 ' });

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('a shift of forty, two absent and one gone early, is recorded and confirmed in twelve touches', async () => {
    const page = await open('/leader', width);
    let interactions = 0;
    const click = async (role: 'link' | 'button' | 'checkbox', name: string) => {
      await page.getByRole(role, { name }).first().click();
      interactions++;
    };
    await click('link', '登记一场服务');
    await ready(page);
    await page.getByText('40 / 40 人').waitFor();
    const [first = '', second = '', third = ''] = await names(page);
    await page.getByLabel('日期').fill(await dayBefore(page, width === 'phone' ? 1 : 2));
    await page.getByLabel('开始').fill('10:00');
    await page.getByLabel('结束').fill('11:00');
    interactions += 3;
    await click('checkbox', first);
    await click('checkbox', second);
    await click('button', `${third}的时间`);
    await page
      .getByRole('dialog')
      .getByLabel('结束')
      .fill(await early(page));
    interactions++;
    await click('button', '好了');
    await click('button', '登记 38 人');
    await page.getByText('登记好了 38 人').waitFor();
    await click('link', '去核对并确认');
    await ready(page);
    await click('button', '确认全部 38 人');
    await page.getByText('已确认 38 人，等学校审核').waitFor();
    expect(interactions).toBeLessThanOrEqual(12);
  });

  test('pasted names are ticked, and whoever is not in the team is said', async () => {
    const page = await open('/leader/record', width);
    const [first = '', second = ''] = await names(page);
    await page.getByRole('button', { name: '粘贴名单' }).click();
    const dialog = page.getByRole('dialog', { name: '粘贴名单' });
    await dialog.getByLabel('名单').fill(`#接龙\n1. ${first}\n2. ${second}妈妈\n3. 赵不在`);
    await dialog.getByRole('button', { name: '对上名字' }).click();
    await dialog.getByText('赵不在', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: '好了' }).click();
    await page.getByRole('button', { name: '登记 2 人' }).waitFor();
  });

  test('a form half filled in is still there after a reload, and nobody’s name is kept on the phone', async () => {
    const page = await open('/leader/record', width);
    const [first = ''] = await names(page);
    await page.getByRole('checkbox', { name: first }).first().click();
    await page.reload();
    await page.getByText('接着上次没登记完的内容。').waitFor();
    expect(await page.getByRole('checkbox', { name: first }).first().isChecked()).toBe(false);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(first);
  });

  test('a record made without a network waits on the phone and is sent once when the network is back', async () => {
    const page = await open('/leader/record', width);
    await setTimes(page);
    const [first = ''] = await names(page);
    await page.getByRole('button', { name: '粘贴名单' }).waitFor();
    const before = await (await shiftsListed(width)).count();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '登记 40 人' }).dblclick();
    await page.getByText('网络断了，这场已存在手机里').waitFor();
    await page.getByText('有 1 场登记等联网后送出').waitFor();
    expect(await kept(page)).toHaveLength(1);
    expect(JSON.stringify(await kept(page))).not.toContain(first);
    await page.context().setOffline(false);
    await page.getByText('已送出').waitFor();
    expect(await kept(page)).toEqual([]);
    await page.goto('/leader');
    await ready(page);
    expect(await (await shiftsListed(width)).count()).toBe(before + 2);
  });

  test('a record that was sent though no answer came is not recorded a second time', async () => {
    const page = await open('/leader/record', width);
    await setTimes(page);
    const before = await (await shiftsListed(width)).count();
    await page.route('**/api/shifts', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: '登记 40 人' }).click();
    await page.getByText('有 1 场登记等联网后送出').waitFor();
    await page.unroute('**/api/shifts');
    await page.goto('/leader');
    await page.getByText('已送出').waitFor();
    expect(await (await shiftsListed(width)).count()).toBe(before + 2);
  });

  test('signing out leaves no record waiting on the phone', async () => {
    const page = await open('/leader/record', width);
    await setTimes(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '登记 40 人' }).click();
    await page.getByText('有 1 场登记等联网后送出').waitFor();
    await page.evaluate(() => addEventListener('online', (event) => event.stopImmediatePropagation(), true));
    await page.route('**/api/shifts', (route) => route.abort());
    await page.context().setOffline(false);
    await page.goto('/account');
    await ready(page);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/');
    expect(await kept(page)).toEqual([]);
  });
});

test('what was sent back comes first with its reason, and is amended for all at once', async () => {
  const page = await open('/leader', 'phone');
  await page.getByRole('button', { name: '护河小队' }).click();
  await page.getByRole('heading', { name: '护河小队' }).waitFor();
  await page.getByText('退回原因：请补上结束的时间，再交一次').waitFor();
  await page.getByRole('link', { name: '去修改' }).click();
  await ready(page);
  await page.getByRole('button', { name: '改被退回的 9 人的时间' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('已改 9 人的时间，等您确认').waitFor();
  await page.getByRole('button', { name: '确认全部 9 人' }).waitFor();
});

test('a leader sends a record back with a reason, and sees it', async () => {
  const page = await open('/leader', 'phone');
  await page.getByRole('link', { name: '去确认' }).first().click();
  await ready(page);
  await page.getByRole('checkbox').first().click();
  await page.getByRole('button', { name: '退回选中的' }).click();
  await page.getByRole('textbox', { name: '原因' }).fill('名字选错了');
  await page.getByRole('button', { name: '退回', exact: true }).click();
  await page.getByText('已退回 1 人').waitFor();
  await page.getByText('退回原因：名字选错了').waitFor();
});

test('a photo of the paper roster is made small, loses where it was taken, and is shown', async () => {
  const page = await open('/leader', 'phone');
  await page.getByRole('link', { name: '去确认' }).first().click();
  await ready(page);
  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  const png = await page.screenshot({ fullPage: true });
  await page.getByLabel('拍照或选图').setInputFiles({ name: 'roster.png', mimeType: 'image/png', buffer: png });
  const { type, content } = (await sent).postDataJSON();
  expect(type).toBe('image/jpeg');
  expect(Buffer.from(content, 'base64').includes('Exif')).toBe(false);
  await page.getByRole('img', { name: '纸质签到表的照片' }).waitFor();
});

async function dayBefore(page: Page, days: number): Promise<string> {
  const today = await page.getByLabel('日期').getAttribute('max');
  return new Date(Date.parse(today ?? '') - days * 86_400_000).toISOString().slice(0, 10);
}

/** A quarter past the hour at which the shift began. */
const early = async (page: Page) =>
  (await page.getByRole('dialog').getByLabel('开始').inputValue()).replace(/..$/, '15');

const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('timebank');
        request.onsuccess = () => {
          const all = request.result.transaction('outbox').objectStore('outbox').getAll();
          all.onsuccess = () => resolve(all.result);
        };
      }),
  );
