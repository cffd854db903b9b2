/** How a desk reads a code that is held before it: from a photo, and with a camera. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser, openPage } from './browser.ts';
import { codeFilm, codePhoto } from './code-pictures.ts';
import { notebookOf } from './served.ts';
import { keepWhenFailed, openStage, ready, type Stage, type Width } from './stage.ts';

/** A pupil of the demo with a notebook to pick up, which is shown here and not given. */
const shown = '2026080103';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test.each(['phone', 'desk'] satisfies Width[])('a photo of the code is read in the browser, on a %s', async (width) => {
  const { qr } = await notebookOf(stage, shown);
  const page = await stage.visit({ as: 'desk', width });
  await page.goto('/desk');
  await ready(page);
  await page.getByLabel('拍照识码').setInputFiles(codePhoto(qr));
  await page.getByRole('heading', { name: '请核对后交付' }).waitFor();
  await page.getByRole('button', { name: '不是这位' }).click();
  await page.getByLabel('拍照识码').setInputFiles(codePhoto('https://example.org/'));
  await page.getByRole('alert').getByText('这不是兑换的核销码').waitFor();
  await page.getByLabel('拍照识码').setInputFiles(codePhoto('timebank:pick-up:ELSEWHERE:12345678'));
  await page.getByRole('alert').getByText('另一个兑换点').waitFor();
  await page.getByLabel('拍照识码').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
  await page.getByRole('alert').getByText('没有看清二维码').waitFor();
});

describe('with a camera', () => {
  test('a code held before it is found, and the camera is switched off', async () => {
    const { qr } = await notebookOf(stage, shown);
    const folder = await mkdtemp(join(tmpdir(), 'timebank-film-'));
    const film = join(folder, 'code.y4m');
    await writeFile(film, codeFilm(qr));
    const browser = await openBrowser(chromiumPath, [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
    const page = await openPage(browser, stage.url, { as: 'desk' });
    keepWhenFailed(page);
    await page.goto('/desk');
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
