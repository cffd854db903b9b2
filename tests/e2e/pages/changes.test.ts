/** Final hours that were wrong: one proposes, another decides, and the pupil finds the new entry beside the old one. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

async function proposeLess(page: Page, place: number): Promise<string> {
  const button = page.getByRole('button', { name: /^更正：/ }).nth(place);
  const label = (await button.getAttribute('aria-label')) ?? (await button.textContent()) ?? '';
  await button.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('实际服务了多少分钟').fill('30');
  await dialog.getByLabel('原因').fill('提前离开');
  await dialog.getByRole('button', { name: '提出更正' }).click();
  await page.getByText('已经提出，等另一个人决定。').waitFor();
  return label.replace(/^更正：/, '');
}
