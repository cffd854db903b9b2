/** Final hours that were wrong: one proposes, another decides, and what was meant is found so in the same way. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn, signedInPupil } from './served.ts';
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

const teamName = '示范小小志愿者';
/** Another pupil of the team for each width: a record waits for one decision at a time. */
const places = { phone: 3, desk: 4 } as const satisfies Record<Width, number>;

describe.each(['phone', 'desk'] satisfies Width[])('on a %s', (width) => {
  test('the school proposes fewer minutes, cannot decide itself, and the approver decides', async () => {
    const school = await open('/corrections', 'school', width);
    await school.getByRole('link', { name: '更正服务记录' }).click();
    await school.getByRole('link', { name: new RegExp(teamName) }).click();
    await school.getByRole('main').getByRole('listitem').last().getByRole('link').click();
    const name = await proposeLess(school, places[width]);
    await school.goto('/corrections');
    await ready(school);
    await school.getByText('等另一个人决定').first().waitFor();
    expect(await school.getByRole('button', { name: `同意：${name}` }).count()).toBe(0);
    const approver = await open('/corrections', 'approver', width);
    const agree = approver.getByRole('button', { name: `同意：${name}` }).first();
    await agree.click();
    await agree.waitFor({ state: 'detached' });
    await approver.getByRole('link', { name: '已办结' }).click();
    await approver.getByText(name).first().waitFor();
    await approver.getByText('已同意').first().waitFor();
  });
});

test('a record that never was is found to be meant by two; its pupil is told, and it can be lifted', async () => {
  const { name } = await (await signedInPupil(stage, '2026080101')).must('GET /api/me', {});
  const school = await open('/corrections/new', 'school', 'desk');
  await school.getByRole('link', { name: new RegExp(teamName) }).click();
  await school
    .getByRole('main')
    .getByRole('link', { name: /图书角整理/ })
    .last()
    .click();
  await school.getByRole('button', { name: `更正：${name}` }).click();
  await sendDialog(school, '提出更正', async (dialog) => {
    await dialog.getByLabel('实际服务了多少分钟').fill('0');
    await dialog.getByLabel('原因').fill('那天不在');
  });
  const { unit } = (await (await signedIn(stage, 'school')).must('GET /api/session', {})).post;
  const district = await open(`/corrections?unit=${unit}`, 'district', 'desk');
  await agreeTo(district, name, '更正服务时长');
  await school.reload();
  await ready(school);
  await school.getByRole('button', { name: `认定是故意的：${name}` }).click();
  await sendDialog(school, '提出认定', async (dialog) => {
    await dialog.getByLabel('谁的责任').selectOption('志愿者本人');
    await dialog.getByLabel('原因').fill('借别人的名字签到');
  });
  await district.reload();
  await ready(district);
  await agreeTo(district, name, '认定弄虚作假');
  const pupil = await open('/inbox', 'pupil', 'phone');
  await pupil
    .getByText('有一条服务记录经两位老师核实，不属实；12 个月内暂不升星。有不同意见，可以向学校说明。')
    .waitFor();
  await school.goto('/corrections?state=closed');
  await ready(school);
  await cardOf(school, '认定弄虚作假').getByText(`志愿者本人（${name}）`).waitFor();
  await school.getByRole('button', { name: `解除认定：${name}` }).waitFor();
});

const cardOf = (page: Page, kind: string) => page.getByRole('main').locator('section').filter({ hasText: kind });

async function agreeTo(page: Page, name: string, kind: string): Promise<void> {
  const card = cardOf(page, kind).filter({ hasText: name });
  await card.getByRole('button', { name: `同意：${name}`, exact: true }).click();
  await card.waitFor({ state: 'detached' });
}

async function sendDialog(page: Page, save: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: save }).click();
  await page.getByText('已经提出，等另一个人决定。').waitFor();
}

async function proposeLess(page: Page, place: number): Promise<string> {
  const button = page.getByRole('button', { name: /^更正：/ }).nth(place);
  const label = (await button.getAttribute('aria-label')) ?? (await button.textContent()) ?? '';
  await button.click();
  await sendDialog(page, '提出更正', async (dialog) => {
    await dialog.getByLabel('实际服务了多少分钟').fill('30');
    await dialog.getByLabel('原因').fill('提前离开');
  });
  return label.replace(/^更正：/, '');
}
