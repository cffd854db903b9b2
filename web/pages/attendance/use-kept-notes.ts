/** Notes that found no network: kept on the phone, and sent when the page opens or the network is back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isDefinite } from '../../api/definite.ts';
import { drop, keep, keptOf } from '../../api/outbox.ts';
import { type ProblemSaid, Refused } from '../../api/problem.ts';
import type { BodyOf } from '../../api/read.ts';
import { newKey } from '../../api/send.ts';

export type Noted = BodyOf<'POST /api/activity-shifts/{shift}/attendance'>;
interface Ways {
  /** @throws Refused */
  post(note: Noted, key: string): Promise<unknown>;
  refresh(): Promise<void>;
  /** Told why a note did not go out, but for a lost network. */
  refuse(problem: ProblemSaid): void;
}

export function useKeptNotes(account: string, shift: string, { post, refresh, refuse }: Ways) {
  const subject = `attendance ${shift}`;
  const [waiting, setWaiting] = useState(0);
  const isSending = useRef(false);
  const count = async () => setWaiting((await keptOf<Noted>(account, subject)).length);
  /** One after the other, as they were noted; the first that finds no way ends it. */
  const sendAll = async () => {
    const kept = await keptOf<Noted>(account, subject);
    for (const { key, content } of inOrder(kept)) {
      try {
        await post(content, key);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.problem.code !== 'offline') refuse(error.problem);
        if (!isDefinite(error.problem)) return;
      }
      await drop(key);
    }
    if (kept.length > 0) await refresh().catch(() => undefined);
  };
  const flush = async () => {
    if (isSending.current) return;
    isSending.current = true;
    await sendAll().finally(() => {
      isSending.current = false;
    });
    await count();
  };
  useEffect(() => {
    const run = () => void flush();
    run();
    addEventListener('online', run);
    return () => removeEventListener('online', run);
  }, []);
  return {
    waiting,
    flush: () => void flush(),
    async add(note: Noted) {
      await keep({ key: newKey(), account, subject, content: note });
      await count();
    },
  };
}

/** By the time of each note: the store hands them out by key. */
const inOrder = <One extends { readonly content: Noted }>(kept: readonly One[]) =>
  [...kept].sort((one, other) => ((one.content.at ?? '') < (other.content.at ?? '') ? -1 : 1));
