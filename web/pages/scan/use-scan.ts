/** Sends what was scanned, now or, when there was no network, as soon as its owner asks for it. */
import { useEffect, useState } from 'preact/hooks';
import { isDefinite } from '../../api/definite.ts';
import { drop, keep, keptOf } from '../../api/outbox.ts';
import { Refused } from '../../api/problem.ts';
import type { AnswerOf } from '../../api/read.ts';
import { newKey, send } from '../../api/send.ts';
import { useAction } from '../../ui/use-action.ts';

export type Done = AnswerOf<'POST /api/me/attendance'>;
/** A code, and when this phone says it was scanned: nothing in it names anybody. */
interface Scan {
  readonly code: string;
  readonly scannedAt: string;
}
const scans = 'scans';

export function useScan(account: string) {
  const [done, setDone] = useState<Done>();
  const [waiting, setWaiting] = useState(0);
  const count = async () => setWaiting((await keptOf<Scan>(account, scans)).length);
  useEffect(() => void count(), []);
  /** Silence says nothing about the code: it stays and goes out later. */
  const deliver = async (body: Scan | { readonly code: string }, key: string, given?: string) => {
    try {
      setDone(await send('POST /api/me/attendance', { body, key: given }));
      await drop(key);
    } catch (error) {
      if (error instanceof Refused && isDefinite(error.problem)) await drop(key);
      throw error;
    } finally {
      await count();
    }
  };
  const submit = useAction(async (code: string) => {
    for (const { key, content } of await keptOf<Scan>(account, scans)) if (content.code === code) await drop(key);
    const content: Scan = { code, scannedAt: new Date().toISOString() };
    const key = newKey();
    await keep({ key, account, subject: scans, content });
    // Who is online says nothing of an earlier moment: only the code that is on the screen now is good.
    await deliver({ code }, key);
  });
  const flush = useAction(async () => {
    for (const { key, content } of await keptOf<Scan>(account, scans)) await deliver(content, key, key);
  });
  return { done, setDone, waiting, submit, flush };
}
