import { useEffect, useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { type Data, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { useAction } from '../../ui/use-action.ts';
import { type Draft, mayBeLate, modelsOf, newDraft, wordsOf } from '../record/form.ts';
import { useMembers } from '../record/use-members.ts';
import type { Missing } from './save.ts';
import { cellsOf, columnsOf, dayAfter, mondayOf, type Ticks, type Times, usualTimes } from './sheet.ts';

type Later = typeof import('./later.ts');
/** What saving needs, once it has come; a lost network is waited for. */
function useLater(): Later | undefined {
  const [later, setLater] = useState<Later>();
  useEffect(() => {
    const load = () => void import('./later.ts').then(setLater, () => addEventListener('online', load, { once: true }));
    load();
    return () => removeEventListener('online', load);
  }, []);
  return later;
}

const teamOf = ({ session }: Where) => session?.post.scope ?? '';
export const readsOf = (where: Where) => ({
  members: read('GET /api/teams/{team}/members', { params: { team: teamOf(where) } }),
  shifts: read('GET /api/shifts', { query: { team: teamOf(where) } }),
});
export type WeekData = Data<ReturnType<typeof readsOf>>;
export type Saved = AnswerOf<'POST /api/week-sheets'>;

/** The sheet a leader fills in, and what became of it. */
export function useWeek(where: Where, data: WeekData) {
  const { now, query } = where;
  const models = modelsOf(data.shifts.items);
  const { members, isWhole } = useMembers(teamOf(where), data.members);
  const [draft, setDraft] = useState<Draft>(() => newDraft(models[0], now));
  const [times, setTimes] = useState<Times>(usualTimes);
  const [ticks, setTicks] = useState<Ticks>(new Set());
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Missing>();
  const [saved, setSaved] = useState<Saved>();
  const later = useLater();
  const monday = mondayOf(query.week, now);
  const columns = columnsOf(monday, times, data.shifts.items, now);
  const people = members.map(({ volunteer }) => volunteer);
  const cells = cellsOf(columns, people, ticks);
  const said = wordsOf(
    models.find(({ id }) => id === draft.model),
    draft,
  );
  const submit = useAction(async () => {
    if (!later) return;
    const found = later.missingOf(cells, times, said);
    setMissing(found);
    if (found) return;
    const isLate = cells.some(({ weekday }) => mayBeLate(dayAfter(monday, weekday - 1), now));
    const body = later.bodyOf(cells, monday, times, said, isLate ? reason : '');
    setSaved(await send('POST /api/week-sheets', { body }));
  });
  return {
    monday,
    models,
    draft,
    said,
    change: (changed: Partial<Draft>) => setDraft({ ...draft, ...changed }),
    members,
    isWhole,
    times,
    setTimes,
    columns,
    ticks,
    tick(keys: readonly string[], isThere: boolean) {
      const others = [...ticks].filter((key) => !keys.includes(key));
      setTicks(new Set(isThere ? [...others, ...keys] : others));
    },
    cells,
    mayBeLate: columns.some(({ weekday, state }) => state === 'open' && mayBeLate(dayAfter(monday, weekday), now)),
    reason,
    setReason,
    missing,
    submit,
    saved,
    later,
  };
}
export type WeekForm = ReturnType<typeof useWeek>;
