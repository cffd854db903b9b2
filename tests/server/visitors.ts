/** Pupils who redeem and take back as fast as they are answered, and remember what they were told. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../scripts/local/client.ts';
import { type LivedIn, price } from './lived-in.ts';

export interface Visitor {
  readonly client: Client;
  /** What they were told, by redemption, since they last looked. */
  readonly acknowledged: Map<string, string>;
  /** What they have redeemed and not taken back yet. */
  open?: string | undefined;
  /** Sends again, under the same key, what was not answered. */
  settle?: (() => Promise<void>) | undefined;
}

/** Goes on until the server is gone; what was under way then is settled when it is back. */
export async function spendAndTakeBack(visitor: Visitor, { item, desk }: LivedIn): Promise<void> {
  const { client, acknowledged } = visitor;
  const during = async <T>(ask: () => Promise<T>, note: (answer: T) => void): Promise<T | undefined> => {
    const settle = async () => {
      note(await ask());
      visitor.settle = undefined;
    };
    visitor.settle = settle;
    try {
      const answer = await ask();
      note(answer);
      visitor.settle = undefined;
      return answer;
    } catch (error) {
      if (error instanceof TypeError || isCutOff(error)) return undefined;
      throw error;
    }
  };
  for (;;) {
    if (visitor.open === undefined) {
      const key = randomUUID();
      const redeeming = () => client.must('POST /api/redemptions', { key, body: { item, desk, price } });
      const redeemed = await during(redeeming, ({ id }) => {
        acknowledged.set(id, 'reserved');
        visitor.open = id;
      });
      if (!redeemed) return;
    }
    const [key, params] = [randomUUID(), { redemption: visitor.open ?? '' }];
    const name = 'POST /api/redemptions/{redemption}/cancellation';
    const takenBack = await during(
      () => client.must(name, { key, params, body: {} }),
      ({ id }) => {
        acknowledged.set(id, 'cancelled');
        visitor.open = undefined;
      },
    );
    if (!takenBack) return;
  }
}

/** An answer that breaks off in the middle is no answer. */
const isCutOff = (error: unknown) =>
  error instanceof SyntaxError || (error instanceof Error && error.name === 'AbortError');
