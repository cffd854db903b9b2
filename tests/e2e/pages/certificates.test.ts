/** A certificate from the guardian's wish to a stranger who doubts it. */
import { readFile } from 'node:fs/promises';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a parent asks, the approver looks and issues, the parent downloads, a stranger verifies', async () => {
  const parent = await stage.visit({ as: 'parent' });
  await parent.goto('/me/records');
  await ready(parent);
  await parent.getByRole('link', { name: '开证明' }).click();
  await parent.waitForURL(/\/me\/certificates$/);
  await ready(parent);
  await parent.getByRole('button', { name: /^向.*申请证明$/ }).click();
  await parent.getByText('申请好了').waitFor();
  await parent.getByText('等待审核').waitFor();

  const approver = await stage.visit({ as: 'approver', width: 'desk' });
  await approver.goto('/certificates');
  await ready(approver);
  const own = approver.locator('section').filter({ hasText: '本人或监护人申请' });
  await own.getByRole('button', { name: /^核对/ }).click();
  await own.getByRole('columnheader', { name: '地点' }).waitFor();
  await own.getByRole('button', { name: /^出具/ }).click();
  await own.waitFor({ state: 'detached' });

  await parent.reload();
  await ready(parent);
  expect(await parent.getByText('等待审核').count()).toBe(0);
  const download = parent.waitForEvent('download');
  const button = parent.getByRole('button', { name: /^下载 PDF/ }).first();
  const number = ((await button.getAttribute('aria-label')) ?? '').replace('下载 PDF：证明 ', '');
  await button.click();
  const { text } = await extractText(new Uint8Array(await readFile(await (await download).path())), {
    mergePages: true,
  });
  expect(text).toContain(number);

  const stranger = await stage.visit({ as: 'nobody' });
  await stranger.goto('/verify');
  await ready(stranger);
  await stranger.getByLabel('编号').fill(number.toLowerCase());
  await stranger.getByRole('button', { name: '查验' }).click();
  await stranger.getByText('有效', { exact: true }).waitFor();
  await stranger.getByLabel('编号').fill('20200101-0000-0000');
  await stranger.getByRole('button', { name: '查验' }).click();
  await stranger.getByText('查无此证', { exact: true }).waitFor();
});

test('the approver sends one back with a reason, which stays with it', async () => {
  const approver = await stage.visit({ as: 'approver' });
  await approver.goto('/certificates');
  await ready(approver);
  const asked = approver.locator('section').filter({ hasText: '代为申请' });
  const name = ((await asked.getByRole('heading').textContent()) ?? '').split(' · ')[0] ?? '';
  await asked.getByRole('button', { name: /^核对/ }).click();
  await asked.getByRole('button', { name: '退回' }).click();
  await approver.getByLabel('退回的原因').fill('请写明是哪个学期');
  await approver.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
  await approver.getByText('没有等待审核的证明').waitFor();
  await approver.goto('/certificates?state=closed');
  await ready(approver);
  await approver.getByText(name).first().waitFor();
  await approver.getByText('请写明是哪个学期').waitFor();
});
