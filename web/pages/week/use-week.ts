import { useState } from 'preact/hooks';
import { type Data, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { useAction } from '../../ui/use-action.ts';
import { useLater } from '../../ui/use-later.ts';
import { type Draft, mayBeLate, modelsOf, newDraft, wordsOf } from '../record/form.ts';
import { useMembers } from '../record/use-members.ts';
import type { Saved } from './outcome.tsx';
import type { Missing } from './save.ts';
import { cellsOf, columnsOf, dayAfter, mondayOf } from './sheet.ts';
import { useSheet } from './use-sheet.ts';

const teamOf = ({ session }: Where) => session?.post.scope ?? '';
export const readsOf = (where: Where) => ({
  members: read('GET /api/teams/{team}/members', { params: { team: teamOf(where) } }),
  shifts: read('GET /api/shifts', { query: { team: teamOf(where) } }),
});
export type WeekData = Data<ReturnType<typeof readsOf>>;

/** The sheet a leader fills in, and what became of it. */
export function useWeek(where: Where, data: WeekData) {
  const { now, query } = where;
  const models = modelsOf(data.shifts.items);
  const { members, isWhole } = useMembers(teamOf(where), data.members);
  const monday = mondayOf(query.week, now);
  const later = useLater(() => import('./later.ts'));
  const { sheet, isRestored, fill, forget } = useSheet(later, where, monday, newDraft(models[0], now));
  const { draft, times } = sheet;
  const ticks = new Set(sheet.ticks);
  const [missing, setMissing] = useState<Missing>();
  const [saved, setSaved] = useState<Saved>();
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
    const body = later.bodyOf(cells, monday, times, said, draft);
    setSaved(await send('POST /api/week-sheets', { body }));
    forget();
  });
  return {
    monday,
    models,
    draft,
    said,
    isRestored,
    change: (changed: Partial<Draft>) => fill({ draft: { ...draft, ...changed } }),
    members,
    isWhole,
    times,
    columns,
    ticks,
    tick(keys: readonly string[], isThere: boolean) {
      const others = sheet.ticks.filter((key) => !keys.includes(key));
      fill({ ticks: isThere ? [...others, ...keys] : others });
    },
    cells,
    mayBeLate: columns.some(({ weekday, state }) => state === 'open' && mayBeLate(dayAfter(monday, weekday), now)),
    fill,
    missing,
    submit,
    saved,
    later,
  };
}
export type WeekForm = ReturnType<typeof useWeek>;
