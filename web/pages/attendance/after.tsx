/** What is left to do when a shift is over: who forgot to check out, who did not come, and the records. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { clockText, dayOf } from '../../format.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { Given } from './given.ts';
import type { Note } from './use-attendance.ts';

export function AfterShift(given: Given & { readonly note: Note }) {
  const { words, where, session, refresh } = given;
  const params = { shift: session.id };
  const of = (state: string) => session.people.filter((one) => one.state === state);
  const [left, recorded] = [of('out'), of('recorded')];
  const settle = useAction(async () => {
    await send('POST /api/activity-shifts/{shift}/records', { params, body: {} });
    await refresh();
  });
  return (
    <div class="flex flex-col gap-4">
      <Forgotten {...given} people={of('in')} />
      <Missing {...given} people={of('absent')} />
      {left.length > 0 && (
        <Button wide class="min-h-14" disabled={settle.isBusy} onClick={() => settle.run()}>
          {words.settle} ({left.length})
        </Button>
      )}
      {settle.problem && <ProblemNote problem={settle.problem} look={where.look} />}
      {recorded.length > 0 && (
        <Card>
          <p class="mb-3">{words.settleNext}</p>
          <LinkButton wide href={`/leader/shifts/${session.id}`}>
            {words.toRecords}
          </LinkButton>
        </Card>
      )}
    </div>
  );
}

type People = Given['session']['people'];

function Forgotten({ words, where, session, refresh, people }: Given & { people: People }) {
  const { language } = where.look;
  const decide = useAction(async (form: FormData) => {
    const at = new Date(`${dayOf(Date.parse(session.to))}T${fieldText(form, 'at')}:00+08:00`).toISOString();
    const body = { volunteers: people.map(({ volunteer }) => volunteer), at };
    await send('POST /api/activity-shifts/{shift}/departures', { params: { shift: session.id }, body });
    await refresh();
  });
  if (people.length === 0) return null;
  return (
    <Card title={`${words.forgot} ${people.length}`}>
      <p class="text-soft">{words.forgotNote}</p>
      <p class="my-2">{people.map(({ person }) => person).join('、')}</p>
      <form
        class="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          decide.run(new FormData(event.currentTarget));
        }}
      >
        <TextField label={words.leftAt} name="at" type="time" value={clockText(session.to, language)} required />
        <Button type="submit" disabled={decide.isBusy}>
          {words.decide}
        </Button>
      </form>
      {decide.problem && <ProblemNote problem={decide.problem} look={where.look} />}
    </Card>
  );
}

function Missing({ words, where, session, refresh, note, people }: Given & { people: People; note: Note }) {
  const [excused, setExcused] = useState<string>();
  const excuse = useAction(async (form: FormData) => {
    const body = { volunteers: [excused ?? ''], reason: fieldText(form, 'reason') };
    await send('POST /api/activity-shifts/{shift}/excuses', { params: { shift: session.id }, body });
    await refresh();
    setExcused(undefined);
  });
  if (people.length === 0) return null;
  return (
    <Card title={`${words.states.absent} ${people.length}`}>
      <ul class="divide-y divide-line">
        {people.map(({ volunteer, person }) => (
          <li key={volunteer} class="flex flex-wrap items-center gap-2 py-2">
            <span class="flex-1 font-bold">{person}</span>
            <Button kind="quiet" onClick={() => void note({ what: 'paper', means: 'tick', volunteers: [volunteer] })}>
              {words.fromPaper}
            </Button>
            {where.now < Date.parse(session.excuseUntil) && (
              <Button kind="quiet" aria-label={`${words.excuse} ${person}`} onClick={() => setExcused(volunteer)}>
                {words.excuse}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {excused && (
        <FormDialog
          title={words.excuseTitle}
          labels={{ save: words.save, cancel: words.cancel }}
          look={where.look}
          action={excuse}
          onClose={() => setExcused(undefined)}
        >
          <TextField label={words.excuseTitle} name="reason" maxLength={100} required />
        </FormDialog>
      )}
    </Card>
  );
}
