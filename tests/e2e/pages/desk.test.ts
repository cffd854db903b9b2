/** The reward desk: from a code to a thing in a child's hands, the day's list, the stock. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClient } from '../../../scripts/local/client.ts';
import { chromiumOptions, chromiumPath, widths } from './browser.ts';
import { codeFilm, codePhoto } from './code-pictures.ts';
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

async function signedIn(number: string) {
  const pupil = makeClient((path, init) => fetch(stage.url + path, init));
  await pupil.must('POST /api/sessions', { body: { ...card, number } });
  return pupil;
}

/** What a pupil shows at the desk. */
async function notebookOf(number: string): Promise<{ readonly code: string; readonly qr: string }> {
  const pupil = await signedIn(number);
  const { items } = await pupil.must('GET /api/me/redemptions', {});
  const { code = '', qr = '' } = items.find(({ name }) => name === '笔记本') ?? {};
  return { code, qr };
}

const codeField = (page: Page) => page.getByLabel('核销码', { exact: true });

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  const opened = async (address: string) => {
    const page = await stage.visit({ as: 'desk', width });
    await page.goto(address);
    await ready(page);
    return page;
  };

  test('a typed code is handed over in two steps, once, and stands on the day’s list', async () => {
    const { code } = await notebookOf(numbers[width]);
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

  test('what cannot be given is cancelled with a reason, and its owner reads why', async () => {
    const pupil = await signedIn(numbers.desk);
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
    const { code } = await notebookOf(numbers.shown);
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
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    await codeField(page).fill('123');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('核销码是八位数字').waitFor();
  });

  test('a photo of the code is read in the browser', async () => {
    const { qr } = await notebookOf(numbers.shown);
    const page = await opened('/desk');
    await page.getByLabel('拍照识码').setInputFiles(codePhoto(qr));
    await page.getByRole('heading', { name: '请核对后交付' }).waitFor();
    await page.getByRole('button', { name: '不是这位' }).click();
    await page.getByLabel('拍照识码').setInputFiles(codePhoto('https://example.org/'));
    await page.getByRole('alert').getByText('这不是兑换的核销码').waitFor();
    await page.getByLabel('拍照识码').setInputFiles(codePhoto('timebank:pick-up:ELSEWHERE:12345678'));
    await page.getByRole('alert').getByText('另一个兑换点').waitFor();
    await page
      .getByLabel('拍照识码')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
    await page.getByRole('alert').getByText('没有看清二维码').waitFor();
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

describe('with a camera', () => {
  test('a code held before it is found, and the camera is switched off', async () => {
    const { qr } = await notebookOf(numbers.shown);
    const folder = await mkdtemp(join(tmpdir(), 'timebank-film-'));
    const film = join(folder, 'code.y4m');
    await writeFile(film, codeFilm(qr));
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        ...chromiumOptions,
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ],
    });
    const page = await browser.newPage({ baseURL: stage.url, viewport: widths.phone });
    await page.goto('/sign-in?as=staff&next=/desk');
    await ready(page);
    await page.getByLabel('登录名').fill('desk');
    await page.getByLabel('密码').fill('demo-time-bank-2026');
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL('**/desk');
    await ready(page);
    await page.getByRole('button', { name: '扫码' }).click();
    await page.getByRole('heading', { name: '请核对后交付' }).waitFor();
    await page.getByRole('button', { name: '确认交付' }).waitFor();
    expect(await page.locator('video').count()).toBe(0);
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('without one, the page says what to do instead', async () => {
    const page = await stage.visit({ as: 'desk' });
    await page.goto('/desk');
    await ready(page);
    await page.getByRole('button', { name: '扫码' }).click();
    await page.getByRole('alert').getByText('相机没有打开').waitFor();
    await page.getByRole('button', { name: '扫码' }).waitFor();
  });
});
