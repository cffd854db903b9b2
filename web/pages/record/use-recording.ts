import { useEffect, useState } from 'preact/hooks';
import { drop, keep } from '../../api/outbox.ts';
import { Refused } from '../../api/problem.ts';
import { type Data, read } from '../../api/read.ts';
import { newKey } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { type Action, useAction } from '../../ui/use-action.ts';
import { useLater } from '../../ui/use-later.ts';
import { deliver, type Recording, records, type Sent } from './deliver.ts';
import { type Draft, modelsOf, newDraft, type Shift, type ShiftWords, wordsOf } from './form.ts';
import { keepDraft, keptDraft } from './keep-draft.ts';
import { type Missing, missingOf } from './save.ts';
import { type Member, useMembers } from './use-members.ts';

const teamOf = ({ query, session }: Where) => query.team ?? session?.post.scope ?? '';
export const readsOf = (where: Where) => ({
  members: read('GET /api/teams/{team}/members', { params: { team: teamOf(where) } }),
  shifts: read('GET /api/shifts', { query: { team: teamOf(where) } }),
});
export type RecordData = Data<ReturnType<typeof readsOf>>;

/** The form a leader fills in, and what became of it. */
export interface RecordingForm {
  readonly models: readonly Shift[];
  readonly members: readonly Member[];
  /** False while members are still being read. */
  readonly isWhole: boolean;
  readonly draft: Draft;
  /** The model's words with the leader's own. */
  readonly said: ShiftWords;
  readonly present: readonly string[];
  /** It goes on from where the leader left it. */
  readonly isRestored: boolean;
  readonly missing: Missing | undefined;
  readonly sent: Sent | undefined;
  /** Dialogs and the outcome, once they have come. */
  readonly later: typeof import('./later.ts') | undefined;
  readonly submit: Action<[]>;
  change(changed: Partial<Draft>): void;
}

export function useRecording(where: Where, data: RecordData): RecordingForm {
  const account = where.session?.account ?? '';
  const team = teamOf(where);
  const models = modelsOf(data.shifts.items);
  const { members, isWhole } = useMembers(team, data.members);
  const [draft, setDraft] = useState(() => newDraft(models[0], where.now));
  const [isRestored, setRestored] = useState(false);
  const [missing, setMissing] = useState<Missing>();
  const [sent, setSent] = useState<Sent>();
  const later = useLater(() => import('./later.ts'));
  useEffect(() => {
    const known = keptDraft<Draft>(account, team);
    if (known) setDraft(known);
    setRestored(known !== undefined);
  }, []);
  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    keepDraft(account, team, next);
  };
  const said = wordsOf(
    models.find(({ id }) => id === draft.model),
    draft,
  );
  const present = members.map(({ volunteer }) => volunteer).filter((id) => !draft.absent.includes(id));
  const submit = useAction(async () => {
    const found = missingOf(draft, said, present, Date.now());
    setMissing(found);
    if (found) return;
    const content: Recording = { draft, present };
    const kept = { key: newKey(), account, subject: records, content };
    await keep(kept);
    // From here on it is the outbox that outlives a reload.
    keepDraft(account, team, undefined);
    const delivered = await deliver(kept, said);
    if (delivered.kind !== 'refused') return setSent(delivered);
    await drop(kept.key);
    keepDraft(account, team, draft);
    throw new Refused(delivered.problem);
  });
  return { models, members, isWhole, draft, said, present, isRestored, missing, sent, later, submit, change };
}
