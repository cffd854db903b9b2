/** 点单—派单—接单—评单 on a phone: a resident asks, the community passes it on, a team comes, the resident rates it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pixel } from './pixel.ts';
import { openStage, ready, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(as: Visitor, address: string): Promise<Page> {
  const page = await stage.visit({ as, width: 'phone' });
  await page.goto(address);
  await ready(page);
  return page;
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('from a resident’s wish for a haircut to four stars, on three phones', async () => {
  const resident = await open('resident', '/orders/new');
  await resident.getByLabel('要什么服务').selectOption({ label: '看病、用药' });
  await resident.getByLabel('家里要小心什么').fill('家里有一只猫');
  await button(resident, '免费点单').click();
  await resident.getByText('急救请拨 120').waitFor();
  await resident.getByLabel('要什么服务').selectOption({ label: '上门理发' });
  const soon = await soonOn(resident);
  await resident.getByLabel('哪一天').fill(soon.day);
  await resident.getByLabel('几点开始').fill(soon.from);
  await resident.getByLabel('几点前结束').fill(soon.to);
  await button(resident, '免费点单').click();
  await resident.getByRole('heading', { name: '四位查询码' }).waitFor();
  const code = ((await resident.getByText(/^\d{4}$/).textContent()) ?? '').trim();
  const link = (await resident.getByRole('link', { name: /\/track\// }).getAttribute('href')) ?? '';

  const desk = await open('community', '/orders');
  await desk
    .getByRole('listitem')
    .filter({ hasText: '上门理发' })
    .filter({ hasText: '审核中' })
    .getByRole('link')
    .click();
  await desk.getByText('可以派的队').waitFor();
  await ready(desk);
  await button(desk, '通过并派单').click();
  await desk.getByLabel('给服务队看的注意事项').fill('3 单元 201 有一只猫');
  await button(desk, '确定').click();
  await desk.getByText('不能有居民的姓名、电话或住址').waitFor();
  await desk.getByLabel('给服务队看的注意事项').fill('猫怕生');
  await button(desk, '确定').click();
  await desk.getByText('已派单').first().waitFor();

  const leader = await open('helper', '/leader/orders');
  const row = leader.getByRole('listitem').filter({ hasText: '上门理发' });
  await row.filter({ hasText: '已派单' }).getByText('猫怕生').waitFor();
  await row.filter({ hasText: '已派单' }).getByRole('button', { name: '接单' }).click();
  const mine = row.filter({ hasText: '已接单' });
  await mine.getByRole('button', { name: '安排人' }).click();
  await leader.getByRole('dialog').getByRole('checkbox').first().click();
  await button(leader, '确定').click();
  await mine.getByRole('button', { name: '看住址电话' }).click();
  await mine.getByText('柳荫路 8 号 3 单元 201').waitFor();
  await mine.getByRole('button', { name: '到了，开始' }).click();
  const serving = row.filter({ hasText: '服务中' });
  await serving.getByRole('button', { name: '做完了' }).click();
  await leader.getByLabel('做了什么').fill('理发、修面');
  await button(leader, '确定').click();
  await row.filter({ hasText: '已完成' }).waitFor();

  const anyone = await open('nobody', URL.parse(link)?.pathname ?? '');
  await anyone.getByLabel('四位查询码').fill(code);
  await button(anyone, '查看').click();
  await anyone.getByText('服务队 · 柳荫邻里队').first().waitFor();
  await button(anyone, '评价').click();
  await anyone.getByRole('radio', { name: '4 星' }).check({ force: true });
  await anyone.getByRole('checkbox', { name: '细心' }).check();
  await anyone.getByRole('dialog').getByRole('button', { name: '评价' }).click();
  await anyone.getByText('谢谢您的评价').waitFor();
  expect(await anyone.getByText('李奶奶').count()).toBe(0);
});

test('the community takes an order from a team that does not come, which reads why', async () => {
  const desk = await open('community', '/orders');
  const accepted = desk.getByRole('listitem').filter({ hasText: '送餐上门' }).filter({ hasText: '已接单' });
  await accepted.getByRole('link').click();
  await desk.getByText('走到哪一步').waitFor();
  await ready(desk);
  await button(desk, '重新派单').click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText('原来接单的队会看到这句话').waitFor();
  await button(desk, '确定').click();
  expect(await dialog.getByLabel('原因').evaluate((field: HTMLInputElement) => field.validity.valueMissing)).toBe(true);
  await dialog.getByLabel('原因').fill('到时没有来');
  await button(desk, '确定').click();
  await desk.getByText('从柳荫邻里队收回 · 到时没有来').waitFor();
  const leader = await open('helper', '/leader/orders');
  const taken = leader.getByRole('listitem').filter({ hasText: '社区收回' });
  await taken.filter({ hasText: '送餐上门' }).getByText('到时没有来').waitFor();
});

test('a wish is checked by the community and claimed by a team, which never learns whose it is', async () => {
  const desk = await open('community', '/wish-desk');
  await desk
    .getByRole('listitem')
    .filter({ hasText: '收音机' })
    .getByRole('button', { name: '核实通过，展示' })
    .click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('化名').fill('爱听戏的爷爷');
  await dialog.getByLabel('故事已核实').check();
  await button(desk, '确定').click();
  await desk.getByText('爱听戏的爷爷').waitFor();
  const leader = await open('helper', '/wishes');
  const card = leader.getByRole('listitem').filter({ hasText: '收音机' });
  await card.getByRole('button', { name: '我来实现' }).click();
  await leader.getByRole('dialog').getByRole('button', { name: '我来实现' }).click();
  await leader.getByRole('listitem').filter({ hasText: '收音机' }).getByText('已认领').waitFor();
  expect(await leader.getByText('钱爷爷').count()).toBe(0);
});

test('the community sees whose wish it is, hands the thing over and passes on the thanks', async () => {
  const desk = await open('community', '/wish-desk');
  const row = desk.getByRole('listitem').filter({ hasText: '跳绳' });
  await row.getByRole('link', { name: '打开“跳绳”' }).click();
  await desk.getByText('王奶奶2').waitFor();
  await ready(desk);
  await button(desk, '送到手了').click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('说明').fill('当面交给本人');
  await dialog.getByLabel('拍一张').setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: pixel });
  await dialog.getByText('照片选好了').waitFor();
  await dialog.getByRole('button', { name: '确定' }).click();
  await desk.getByRole('img', { name: '送达凭据的照片' }).waitFor();
  await button(desk, '代居民道谢').click();
  await dialog.getByRole('checkbox', { name: '正合适' }).check();
  await dialog.getByRole('button', { name: '确定' }).click();
  await desk.getByText('正合适').waitFor();
  const leader = await open('helper', '/wishes');
  await leader.getByText('正合适').waitFor();
  expect(await leader.getByText('王奶奶').count()).toBe(0);
});

test('a team says where it is to 100 metres if it likes, and who does not allow it goes on without', async () => {
  const leader = await open('helper', '/leader/orders');
  const dialog = leader.getByRole('dialog');
  const say = async (name: string) => {
    await button(leader, '我的队能做什么').click();
    await dialog.getByRole('button', { name }).click();
  };
  await say('用现在的位置');
  expect(await dialog.getByRole('status').count()).toBe(0);
  await leader.context().setGeolocation({ latitude: 30.274_151, longitude: 120.155_149 });
  await leader.context().grantPermissions(['geolocation']);
  await dialog.getByRole('button', { name: '用现在的位置' }).click();
  await dialog.getByText('记下了大致位置').waitFor();
  const saved = leader.waitForRequest((request) => request.method() === 'PUT');
  await button(leader, '确定').click();
  expect((await saved).postDataJSON().spot).toEqual({ latitude: 30.274, longitude: 120.155 });
  await dialog.waitFor({ state: 'hidden' });
  await say('不用位置');
  expect(await dialog.getByRole('status').count()).toBe(0);

  const resident = await open('resident', '/orders/new');
  await resident.getByLabel('要什么服务').selectOption({ label: '上门理发' });
  await resident.getByLabel('家里要小心什么').fill('没有');
  await resident.context().setGeolocation({ latitude: 30.280_049, longitude: 120.150_951 });
  await resident.context().grantPermissions(['geolocation']);
  await button(resident, '用现在的位置').click();
  await resident.getByText('记下了大致位置').waitFor();
  const placed = resident.waitForRequest((request) => request.url().endsWith('/api/orders'));
  await button(resident, '免费点单').click();
  expect((await placed).postDataJSON().spot).toEqual({ latitude: 30.28, longitude: 120.151 });
  await resident.getByRole('heading', { name: '四位查询码' }).waitFor();
});

/** A time so near that the visit can begin: within the half hour before it. */
const soonOn = (page: Page) =>
  page.evaluate(() => {
    const at = (minutes: number) => new Date(Date.now() + 8 * 3_600_000 + minutes * 60_000).toISOString();
    const [start, end] = [at(15), at(40)];
    const to = end.slice(0, 10) === start.slice(0, 10) ? end.slice(11, 16) : '23:59';
    return { day: start.slice(0, 10), from: start.slice(11, 16), to };
  });
