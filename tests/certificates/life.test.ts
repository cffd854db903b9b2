import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask, issue, openDesk, printed, readPages, verify } from './desk.ts';

test('a certificate', async () => {
  const desk = await openDesk();
  const asked = await ask(desk, desk.unit);
  expect(asked).toMatchObject({ state: 'asked', minutes: 180, services: 2 });
  const issued = await issue(desk.approver, asked);
  const pdf = await printed(desk, desk.pupil.client, issued);
  writeFileSync('/tmp/cert.pdf', pdf);
  const pages = await readPages(pdf);
  console.log(pages, await verify(desk.district.world.client(), issued.number ?? ''));
});
