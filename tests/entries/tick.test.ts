/** What the clock does when something it has to do cannot be done. */
import { expect, test } from 'vitest';
import { tick } from '../../functions/entries/wiring/tick.ts';
import { logFault } from '../../functions/platform/log.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { dayMs, openShop, pointsOf, redeem, welcomeWith } from '../rewards/shop.ts';

/** A store in which whatever is done under a name that begins so fails. */
const failingAt =
  (names: Set<string>) =>
  (store: Store): Store => ({
    ...store,
    transact: (operation, writes) =>
      [...names].some((name) => operation.startsWith(name))
        ? Promise.reject(new Error('A row that cannot be read'))
        : store.transact(operation, writes),
  });

test('one thing that fails holds up nothing else, is named to the log, and is done once it can be', async () => {
  const broken = new Set<string>();
  const shop = await openShop(5, failingAt(broken));
  const { world } = shop;
  const [first, second] = [await welcomeWith(shop, 100), await welcomeWith(shop, 100)];
  const [stuck] = [await redeem(shop, first), await redeem(shop, second)];
  await tick(world.tools, world.now);
  broken.add(`RETURN#${stuck.id}`);
  world.now += 14 * dayMs + 1;
  const failure = await tick(world.tools, world.now).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AggregateError);
  await Promise.all([first.signIn(), second.signIn()]);
  expect([await pointsOf(first), await pointsOf(second)]).toEqual([60, 100]);

  const lines: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = ((line: string) => lines.push(line) > 0) as typeof process.stdout.write;
  logFault(failure);
  process.stdout.write = write;
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'fault', errorName: 'Error' }]);

  // Long after, the clock still looks where it had come to.
  broken.clear();
  world.now += 10 * dayMs;
  expect((await tick(world.tools, world.now)).returned).toBe(1);
  await first.signIn();
  expect(await pointsOf(first)).toBe(100);
});
