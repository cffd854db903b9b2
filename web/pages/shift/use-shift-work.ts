import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { type Action, useAction } from '../../ui/use-action.ts';
import { dayOf, instantOf, type Span } from '../record/form.ts';
import { isDone, type RowResult } from './left-out.tsx';
import type { Row, ShiftView } from './view.ts';

type Decision = () => Promise<{ items: RowResult[] }>;

export interface ShiftWork {
  /** Does something to many records, and says of each whether it went through. */
  readonly decide: Action<[work: Decision, say: (count: string) => string]>;
  /** Gives some records the same times, one after the other. */
  readonly amend: Action<[rows: readonly Row[], span: Span]>;
  /** What went well. */
  readonly said: string;
  readonly failed: readonly RowResult[];
}

/** @param onDone called when something was done, before the page is read again */
export function useShiftWork({ words, where: { look }, data, refresh }: ShiftView, onDone: () => void): ShiftWork {
  const { shift } = data.shift;
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState<readonly RowResult[]>([]);
  const finish = async (text: string, rows: readonly RowResult[]) => {
    setSaid(text);
    setFailed(rows);
    onDone();
    await refresh();
  };
  const decide = useAction(async (work: Decision, say: (count: string) => string) => {
    const { items } = await work();
    const count = items.filter(isDone).length;
    const left = items.filter((row) => !isDone(row));
    await finish(count > 0 ? say(numberText(count, look.language)) : '', left);
  });
  const amend = useAction(async (rows: readonly Row[], span: Span) => {
    const day = dayOf(Date.parse(shift.from));
    const body = { from: instantOf(day, span.from), to: instantOf(day, span.to) };
    for (const { volunteer } of rows) {
      await send('PUT /api/shifts/{shift}/records/{volunteer}', { params: { shift: shift.id, volunteer }, body });
    }
    await finish(words.saved(numberText(rows.length, look.language)), []);
  });
  return { decide, amend, said, failed };
}
