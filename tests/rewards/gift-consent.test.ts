/** POST /api/me/gifts/{gift}/claim and POST /api/gifts/hand-over: without a consent to rewards no gift goes out. */
import { expect, test } from 'vitest';
import { expectRefusal } from '../teams/school.ts';
import { claiming, giftsOf, openGifts, starred } from './gift-stage.ts';

test('a gift waits while the consent is taken back, and nothing of it is lost', async () => {
  const gifts = await openGifts();
  const { world, administrator, keeper } = gifts;
  const pupil = await starred(gifts);
  await administrator.must('POST /api/volunteers/{volunteer}/consent/withdrawal', {
    params: { volunteer: pupil.id },
    body: { on: '2026-01-01' },
  });
  await expectRefusal(world, 'consent_missing', () =>
    pupil.client.ask('POST /api/me/gifts/{gift}/claim', claiming(gifts)),
  );
  const body = { volunteer: pupil.id, gift: 'junior-1', item: gifts.item };
  await expectRefusal(world, 'consent_missing', () => keeper.ask('POST /api/gifts/hand-over', { body }));
  expect(await giftsOf(pupil)).toEqual(['junior-1 open']);
});
