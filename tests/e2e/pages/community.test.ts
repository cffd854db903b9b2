/** Grown volunteers of a community: one registers alone, one comes to the desk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openStage, ready, type Stage, type Visitor, type Width } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(as: Visitor, address: string, width: Width): Promise<Page> {
  const page = await stage.visit({ as, width });
  await page.goto(address);
  await ready(page);
  return page;
}

test('an adult registers with the community’s code and is approved; another is registered at the desk', async () => {
  const desk = await open('district', '/units', 'desk');
  const dialog = desk.getByRole('dialog');
  await desk.getByRole('button', { name: '新建单位' }).click();
  await dialog.getByText('社区', { exact: true }).click();
  await dialog.getByLabel('单位名称').fill('清溪社区');
  await dialog.getByLabel('社区代码').fill('110707');
  await dialog.getByRole('button', { name: '保存' }).click();
  await desk.getByText('代码 110707').waitFor();

  const phone = await open('nobody', '/join', 'phone');
  await phone.getByText('成年人').click();
  await phone.getByLabel('社区代码').fill('110707');
  await phone.getByLabel('姓名', { exact: true }).fill('邓月明');
  await phone.getByLabel('编号').fill('8801');
  await phone.getByLabel('出生日期').fill('1978-06-01');
  await phone.getByRole('button', { name: '交上去' }).click();
  await phone.getByText('已经交上去了').waitFor();

  await desk.goto('/requests');
  await desk.getByRole('link', { name: '清溪社区' }).click();
  await ready(desk);
  await desk.getByRole('button', { name: '同意，新登记一个人：邓月明' }).click();
  await desk.getByText('办好了').waitFor();
  const unit = new URL(desk.url()).searchParams.get('unit') ?? '';

  await desk.goto(`/pupils?unit=${unit}`);
  await ready(desk);
  await desk.getByRole('heading', { name: '志愿者' }).waitFor();
  await desk.getByRole('button', { name: '登记一位志愿者' }).click();
  await dialog.getByLabel('姓名').fill('方立春');
  await dialog.getByLabel('编号').fill('8802');
  await dialog.getByLabel('出生日期').fill('2015-06-01');
  await dialog.getByRole('button', { name: '登记' }).click();
  await dialog.getByText('社区只登记成年志愿者').waitFor();
  await dialog.getByLabel('出生日期').fill('1969-02-04');
  await dialog.getByRole('button', { name: '登记' }).click();
  await desk.getByText('方立春登记好了').waitFor();
  await desk.getByRole('link', { name: '方立春' }).waitFor();
  await desk.getByRole('link', { name: '邓月明' }).waitFor();
});
