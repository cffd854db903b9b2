/** Who leaves and comes back, and a login card on a leader's word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, ready, type Stage, type Width } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(address: string, as: 'school' | 'leader', width: Width) {
  const page = await stage.visit({ as, width });
  await page.goto(address);
  await ready(page);
  return page;
}
const perWidth = { phone: { number: '310', nth: 0 }, desk: { number: '510', nth: 1 } };

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  const { number, nth } = perWidth[width];

  test('whom a new roster does not name is marked as left, and comes back', async () => {
    const page = await open('/imports', 'school', width);
    const rows = ['学号,姓名,性别,班级,出生日期', `${number}1,孙小雨,男,五(${8 + nth})班,2016-03-05`].join('\r\n');
    const roster = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${rows}`) };
    await page.locator('input[type=file]').setInputFiles(roster);
    await page.getByRole('button', { name: /^确认写入 \d+ 行$/ }).click();
    await page.getByRole('link', { name: '名册里没有的学生' }).click();
    await ready(page);
    const box = page.getByRole('checkbox', { name: /^选中：/ }).first();
    const name = (await box.getAttribute('aria-label'))?.slice('选中：'.length) ?? '';
    await box.check();
    await page.getByRole('button', { name: '办理 1 人离校' }).click();
    await page.getByRole('checkbox', { name: `选中：${name}`, exact: true }).waitFor({ state: 'detached' });
    if (width === 'phone') await stage.look(page.url().slice(stage.url.length), { as: 'school' });
    await page.goto('/leavers');
    await ready(page);
    const back = page.getByRole('button', { name: `返校：${name}`, exact: true });
    await back.click();
    await back.waitFor({ state: 'detached' });
  });

  test('a leader asks for a login card, and the school finds it to be printed', async () => {
    const leader = await open('/leader/cards', 'leader', width);
    await leader.getByRole('checkbox').nth(nth).check();
    await leader.getByRole('button', { name: '请学校重印 1 张' }).click();
    await leader.getByText('已请学校重印 1 张').waitFor();
    const school = await open('/cards', 'school', width);
    await school
      .getByRole('link', { name: /：打印 \d+ 张$/ })
      .first()
      .click();
    await ready(school);
    expect(await school.getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(0);
  });

  test('the school year shows who moves up before anything is written', async () => {
    const page = await open('/school-year', 'school', width);
    await page.getByText('还没有办理').waitFor();
    await page.getByRole('heading', { name: '升一级的班级' }).waitFor();
  });
});
