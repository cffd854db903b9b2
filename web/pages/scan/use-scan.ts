import { useEffect, useState } from 'preact/hooks';
import { Refused } from '../../api/problem.ts';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { useAction } from '../../ui/use-action.ts';
import { dropScan, keepScan, keptScans } from './kept-scans.ts';

export type Done = AnswerOf<'POST /api/me/attendance'>;

/** Sends what was scanned, now or, when there was no network, as soon as its owner asks for it. */
export function useScan(account: string) {
  const [done, setDone] = useState<Done>();
  const [waiting, setWaiting] = useState(0);
  const count = () => setWaiting(keptScans(account).length);
  useEffect(count, []);
  const submit = useAction(async (code: string) => {
    const kept = keepScan(account, code);
    try {
      // Who is online says nothing of an earlier moment: only the code that is on the screen now is good.
      setDone(await send('POST /api/me/attendance', { body: { code } }));
      dropScan(account, kept.key);
    } catch (error) {
      // Silence says nothing about the code: it stays and goes out later.
      if (error instanceof Refused && isDefinite(error.problem.status)) dropScan(account, kept.key);
      throw error;
    } finally {
      count();
    }
  });
  const flush = useAction(async () => {
    for (const { key, code, scannedAt } of keptScans(account)) {
      try {
        setDone(await send('POST /api/me/attendance', { body: { code, scannedAt }, key }));
        dropScan(account, key);
      } catch (error) {
        if (error instanceof Refused && isDefinite(error.problem.status)) dropScan(account, key);
        count();
        throw error;
      }
    }
    count();
  });
  return { done, setDone, waiting, submit, flush };
}

const isDefinite = (status: number) => status >= 400 && status < 500 && status !== 401;
