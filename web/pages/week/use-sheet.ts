import { useEffect, useState } from 'preact/hooks';
import type { Where } from '../../page.ts';
import type { Draft } from '../record/form.ts';
import { type Times, usualTimes } from './sheet.ts';

type Later = typeof import('./later.ts');

/** What is typed and ticked for one week. */
interface Filled {
  readonly draft: Draft;
  readonly times: Times;
  readonly ticks: readonly string[];
}

/** A week's sheet goes on from where its leader left it. */
export function useSheet(later: Later | undefined, { session }: Where, monday: string, draft: Draft) {
  const [account, subject] = [session?.account ?? '', `${session?.post.scope} ${monday}`];
  const [sheet, setSheet] = useState<Filled>({ draft, times: usualTimes, ticks: [] });
  const [known, setKnown] = useState<Filled>();
  useEffect(() => {
    const kept = later?.keptDraft<Filled>(account, subject);
    setKnown(kept);
    if (kept) setSheet(kept);
  }, [later]);
  const fill = (changed: Partial<Filled>) => {
    const next = { ...sheet, ...changed };
    setSheet(next);
    later?.keepDraft(account, subject, next);
  };
  const forget = () => later?.keepDraft(account, subject, undefined);
  return { sheet, isRestored: known !== undefined, fill, forget };
}
