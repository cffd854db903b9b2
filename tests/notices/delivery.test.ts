/** Ways out of the inbox: a recorded messenger stands for short messages and messengers' templates. */
import { expect, test } from 'vitest';
import { type Change, project } from '../../functions/entries/wiring/project.ts';
import type { Message } from '../../functions/platform/messenger.ts';
import { openShop, redeem, welcomeWith } from '../rewards/shop.ts';

test('a message goes to every messenger, with ids and numbers only, and again when one failed', async () => {
  const shop = await openShop();
  const { world } = shop;
  const pupil = await welcomeWith(shop, 100);
  const { id: redemption } = await redeem(shop, pupil);
  const recorded: Message[] = [];
  let failing = true;
  const deliver = async (message: Message) => {
    if (failing) throw new Error('The line is down');
    recorded.push(message);
  };
  const tools = { ...world.tools, messengers: [{ channel: 'recorded', deliver }] };
  await world.settle();
  const told = world.store
    .readChanges(0, 100_000)
    .map(({ sequence, ...change }): Change => ({ ...change, sequence: String(sequence), at: world.now }))
    .filter(({ table }) => table === 'Notices');
  const failure = await project(tools, told, world.now);
  expect(failure).toMatchObject({ error: new Error('The line is down') });
  failing = false;
  const from = told.findIndex(({ sequence }) => sequence === failure?.failed);
  expect(await project(tools, told.slice(from), world.now)).toBeUndefined();
  expect(recorded).toMatchObject([
    { kind: 'redemption_made', account: pupil.id, district: shop.id, facts: { redemption, points: 40 } },
  ]);
  // Reading it is no new message.
  const body = { notices: [recorded[0]?.id ?? ''] };
  expect(await pupil.client.must('POST /api/me/notices/read', { body })).toEqual({ unread: 0 });
});
