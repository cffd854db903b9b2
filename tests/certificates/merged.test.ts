/** A certificate that tells of services of two registrations, which were one when it was issued. */
import { expect, test } from 'vitest';
import { corrected } from '../changes/affair.ts';
import { mergeNow, openTwice, separateNow, servedBy } from '../changes/merge-stage.ts';
import { ask, issue, verify } from './desk.ts';

test.each([
  ['while the two are one', false],
  ['after they became two again', true],
])('what of it is corrected %s, it no longer certifies', async (_, isSeparated) => {
  const twice = await openTwice();
  const { district, pupil, other, approver } = twice;
  await servedBy(twice, pupil.id, 120);
  const theirs = await servedBy(twice, other.id, 60, 3);
  const { id: merge } = await mergeNow(twice);
  const { number = '' } = await issue(approver, await ask(twice, district.east.unit));
  await district.world.settle();
  const { client } = district.world;
  expect(await verify(client(), number)).toMatchObject({ standing: 'valid', minutes: 180 });
  if (isSeparated) await separateNow(twice, merge);
  await corrected({ ...twice, pupil: other }, theirs, 0);
  await district.world.settle();
  expect(await verify(client(), number)).toMatchObject({ standing: 'corrected', minutes: 180, minutesNow: 120 });
});
