/** What a district sets up: rewards, units, desks, rules and its calendar. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor, Width } from './browser.ts';
import { pixel } from './pixel.ts';
import { openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const dayOfMonthsAhead = (months: number) => {
  const day = new Date(Date.now() + 8 * 3_600_000);
  day.setUTCMonth(day.getUTCMonth() + months, 1);
  return day.toISOString().slice(0, 10);
};

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  const opened = async (address: string, as: Visitor = 'district') => {
    const page = await stage.visit({ as, width });
    await page.goto(address);
    await ready(page);
    return page;
  };

  test('a school puts a reward into its shop, stocks it, shows its picture and closes it', async () => {
    const name = { phone: '水彩笔', desk: '跳绳' }[width];
    const page = await opened('/rewards', 'school');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '上架兑换品' }).click();
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByLabel('所需积分').fill('30');
    await dialog.getByLabel('每人最多换几次').fill('2');
    await dialog.getByLabel('在几天内').fill('60');
    await dialog.getByRole('button', { name: '保存' }).click();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    await card.getByText('每人 60 天内最多 2 次').waitFor();
    await card.getByText('还没有进货').waitFor();
    await card.getByRole('button', { name: `${name} 的库存` }).click();
    await dialog.getByLabel('件数').fill('12');
    await dialog.getByRole('button', { name: '保存' }).click();
    await card.getByText('12 件').waitFor();
    await card.getByLabel(`${name} 的图片`).setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: pixel });
    const picture = card.locator('img');
    await picture.waitFor();
    expect(await picture.getAttribute('src')).toMatch(/^\/api\/items\/\w+\/picture\?v=/);
    await card.getByRole('button', { name: `修改 ${name}` }).click();
    await dialog.getByText('下架', { exact: true }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await card.getByText('已下架').waitFor();
  });

  test('a new school stands in the tree and leads on to its administrator', async () => {
    const [name, code] = { phone: ['东风小学', '110002'] as const, desk: ['西园小学', '110003'] as const }[width];
    const page = await opened('/units');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '新建单位' }).click();
    await dialog.getByLabel('单位名称').fill(name);
    await dialog.getByLabel('学校代码').fill('110001');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByRole('alert').getByText('这个学校代码已被使用').waitFor();
    await dialog.getByLabel('学校代码').fill(code);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText(`代码 ${code}`).waitFor();
    await page.getByRole('link', { name: '请管理员' }).click();
    await page.waitForURL('**/staff?unit=*');
  });

  test('how many pupils a school has is put right where its name is', async () => {
    const number = { phone: '1200', desk: '1150' }[width];
    const page = await opened('/units');
    const pupils = page.getByRole('dialog').getByLabel('应有多少学生');
    await page.getByRole('button', { name: '修改 示范学校' }).click();
    await pupils.fill(number);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('示范学校：已保存').waitFor();
    await page.getByRole('button', { name: '修改 示范学校' }).click();
    expect(await pupils.inputValue()).toBe(number);
  });

  test('a desk is opened and stands in the list', async () => {
    const name = { phone: '东门兑换点', desk: '西门兑换点' }[width];
    const page = await opened('/desks');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '新设兑换点' }).click();
    await dialog.getByLabel('单位').selectOption({ label: '示范学校' });
    await dialog.getByLabel('兑换点名称').fill(name);
    await dialog.getByLabel('地点').fill('教学楼一楼');
    await dialog.getByLabel('开放时间').fill('周五 12:00–13:00');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name }).waitFor();
  });

  test('a service is added to the menu and another closed, and a community orders from what is left', async () => {
    const [added, closed] = { phone: ['读报', '帮代办'] as const, desk: ['修收音机', '作业辅导'] as const }[width];
    const page = await opened('/orders/menu');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '加一项' }).click();
    await dialog.getByLabel('名称').fill(added);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText(`“${added}”保存好了`).waitFor();
    await page.getByRole('button', { name: `修改“${closed}”` }).click();
    await dialog.getByText('现在可以点').click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText(`“${closed}”保存好了`).waitFor();
    const order = await opened('/orders/new', 'community');
    const choices = await order.getByLabel('要什么服务').getByRole('option').allTextContents();
    expect(choices).toContain(added);
    expect(choices).not.toContain(closed);
  });

  test('a rule gets a new value from a day on; until then the old one holds', async () => {
    const page = await opened('/rules');
    const dialog = page.getByRole('dialog');
    const rule = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '公示期' }) });
    const from = dayOfMonthsAhead(width === 'phone' ? 1 : 2);
    await page.getByRole('button', { name: '修改“公示期”' }).click();
    await dialog.getByLabel('新数值').fill('31');
    expect(await dialog.getByLabel('新数值').evaluate((field: HTMLInputElement) => field.validity.valid)).toBe(false);
    await dialog.getByLabel('新数值').fill('7');
    await dialog.getByLabel('从哪天起生效').fill(from);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('status').getByText('起为 7 工作日').waitFor();
    await rule.getByText('5 工作日', { exact: true }).first().waitFor();
    await rule.getByText('依据、范围和版本').click();
    await rule.getByText('将生效').first().waitFor();
  });

  test('a school sets a stricter value of its own from a day on; what is looser the form does not take', async () => {
    const given = {
      phone: { title: '补录期限', looser: '31', stricter: '20', usual: '30 天', unit: '天' },
      desk: { title: '自由退出', looser: '23', stricter: '48', usual: '24 小时', unit: '小时' },
    };
    const { title, looser, stricter, usual, unit } = given[width];
    const page = await opened('/rules', 'school');
    const dialog = page.getByRole('dialog');
    const heading = page.getByRole('heading', { name: title, exact: true });
    const rule = page.getByRole('listitem').filter({ has: heading });
    const field = dialog.getByLabel('新数值');
    const set = async (value: string, from?: string) => {
      await page.getByRole('button', { name: `定本校的“${title}”` }).click();
      await field.fill(looser);
      expect(await field.evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false);
      await field.fill(value);
      if (from) await dialog.getByLabel('从哪天起生效').fill(from);
      await dialog.getByRole('button', { name: '保存' }).click();
      await page.getByRole('status').getByText(`起为 ${value} ${unit}`).waitFor();
    };
    await set(stricter, dayOfMonthsAhead(1));
    await rule.getByText(`起：本校：${stricter} ${unit}`).waitFor();
    await rule.getByText(usual, { exact: true }).waitFor();
    await set(stricter);
    await rule.getByText(`区里：${usual} · 本校：${stricter} ${unit}`).waitFor();
    await rule.getByText(`${stricter} ${unit}`, { exact: true }).waitFor();
    const reader = await opened('/rules', 'pupil');
    const shown = reader
      .getByRole('listitem')
      .filter({ has: reader.getByRole('heading', { name: title, exact: true }) });
    await shown.getByText(`${stricter} ${unit}`, { exact: true }).waitFor();
    expect(await reader.getByRole('button', { name: /^定本校的/ }).count()).toBe(0);
  });

  test('a day of the calendar is set', async () => {
    const page = await opened('/rules');
    const dialog = page.getByRole('dialog');
    const day = { phone: '2027-04-16', desk: '2027-04-17' }[width];
    await page.getByRole('button', { name: '定一天' }).click();
    await dialog.getByLabel('日期').fill(day);
    await dialog.getByLabel('名称').fill('运动会');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: `2027年4月${day.slice(-2)}日` })
      .getByText('运动会')
      .waitFor();
  });
});

test('a school’s administrator changes none of the district’s rules, nor has a word on its points', async () => {
  const page = await stage.visit({ as: 'school' });
  await page.goto('/rules');
  await page.getByRole('heading', { name: '公示期' }).waitFor();
  expect(await page.getByRole('button', { name: /^修改/ }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '定本校的“公示期”' }).count()).toBe(1);
  expect(await page.getByRole('button', { name: '定本校的“每小时积分”' }).count()).toBe(0);
});
