/** POST /api/changes/{change}/decision: what is decided at the same moment is decided once, and nobody sees a fault. */
import { expect, test } from 'vitest';
import type { Store } from '../../functions/platform/store/port.ts';
import { decide, openAffair, propose, served, walletOf } from './affair.ts';

/** A store in which something happens once, just before a wallet is next read along with the rules. */
function happening() {
  let pending: (() => Promise<unknown>) | undefined;
  return {
    wrap: (store: Store): Store => ({
      ...store,
      async get(keys) {
        const isWallet = keys.length === 2 && keys.some(({ key }) => key.sk === 'BAL');
        const act = isWallet ? pending : undefined;
        if (act) {
          pending = undefined;
          await act();
        }
        return store.get(keys);
      },
    }),
    beforeWallet(act: () => Promise<unknown>): void {
      pending = act;
    },
  };
}

test('a correction decided again between the reads of record and account takes its hours once', async () => {
  const { wrap, beforeWallet } = happening();
  const affair = await openAffair(wrap);
  const shift = await served(affair);
  const { id } = await propose(affair, shift, 0);
  let isDecidedBetween = false;
  beforeWallet(async () => {
    await decide(affair.second, id);
    isDecidedBetween = true;
  });
  expect(await decide(affair.second, id)).toMatchObject({ state: 'approved' });
  expect(isDecidedBetween).toBe(true);
  expect(await walletOf(affair)).toMatchObject({ points: 0, minutes: 0, seq: 2 });
});
