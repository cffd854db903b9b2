/** Around the list: signing up pupils without phones, changes of the shift, the lent right, head counts, feedback. */
import { useEffect, useState } from 'preact/hooks';
import { type AnswerOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { useAction } from '../../ui/use-action.ts';
import { AddPeople } from './add-people.tsx';
import { ChangeShift } from './change-shift.tsx';
import type { Given } from './given.ts';

type What = 'add' | 'change' | 'counts' | 'off' | 'feedback';
interface Opened extends Given {
  onClose(): void;
}

export function Manage(given: Given) {
  const { words, where, session } = given;
  const [open, setOpen] = useState<What>();
  const close = { ...given, onClose: () => setOpen(undefined) };
  const isAhead = where.now < Date.parse(session.from);
  const isOver = session.cancelled !== undefined || where.now >= Date.parse(session.to);
  const adding = isAhead ? 'sign_up' : isOver ? 'paper' : 'in';
  const button = (what: What, label: string) => (
    <Button kind="quiet" onClick={() => setOpen(what)}>
      {label}
    </Button>
  );
  return (
    <>
      <details>
        <summary class="link inline-flex items-center min-h-12 font-bold">{words.manage}</summary>
        <div class="flex flex-wrap gap-2 py-2">
          {button('add', words[addLabels[adding]])}
          {isAhead && button('change', words.change)}
          {button('counts', words.headCounts)}
          {button('feedback', words.feedback)}
          {!isOver && button('off', words.callOff)}
        </div>
      </details>
      {open === 'add' && <AddPeople {...close} as={adding} />}
      {open === 'change' && <ChangeShift {...close} />}
      {open === 'counts' && <Counts {...close} />}
      {open === 'off' && <CallOff {...close} />}
      {open === 'feedback' && <Feedback {...close} />}
    </>
  );
}

const addLabels = { sign_up: 'addPeople', in: 'addPresent', paper: 'addFromPaper' } as const;

/** Head counts, and who may check the others in. */
function Counts({ words, where, session, refresh, onClose }: Opened) {
  const params = { shift: session.id };
  const action = useAction(async (form: FormData) => {
    const number = (name: string) => (fieldText(form, name) === '' ? undefined : Number(fieldText(form, name)));
    const counts = { start: number('start'), end: number('end') };
    await send('PUT /api/activity-shifts/{shift}/head-counts', { params, body: counts });
    const body = { volunteer: fieldText(form, 'helper') || undefined };
    await send('PUT /api/activity-shifts/{shift}/helper', { params, body });
    await refresh();
    onClose();
  });
  const labels = { save: words.save, cancel: words.cancel };
  const count = (label: string, name: 'start' | 'end') => (
    <TextField label={label} name={name} type="number" min={0} max={999} value={session.headCounts[name] ?? ''} />
  );
  return (
    <FormDialog title={words.headCounts} labels={labels} look={where.look} action={action} onClose={onClose}>
      <div class="grid grid-cols-2 gap-3">
        {count(words.headStart, 'start')}
        {count(words.headEnd, 'end')}
      </div>
      <SelectField label={words.lend} name="helper">
        <option value="">{words.nobodyLent}</option>
        {session.people.map(({ volunteer, person }) => (
          <option key={volunteer} value={volunteer} selected={volunteer === session.helper}>
            {person}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}

function CallOff({ words, where, session, refresh, onClose }: Opened) {
  const action = useAction(async (form: FormData) => {
    const reason = fieldText(form, 'reason') as keyof typeof words.callOffReasons;
    const body = { reason, note: fieldText(form, 'note') || undefined };
    await send('POST /api/activity-shifts/{shift}/cancellation', { params: { shift: session.id }, body });
    await refresh();
    onClose();
  });
  const labels = { save: words.doCallOff, cancel: words.cancel };
  const hasCome = session.people.some(({ state }) => state === 'in' || state === 'out');
  return (
    <FormDialog title={words.callOff} labels={labels} look={where.look} action={action} onClose={onClose}>
      <p>{where.now < Date.parse(session.from) ? words.callOffTitle : words.breakOffTitle}</p>
      {hasCome && session.goodwillPoints > 0 && <p>{words.callOffGoodwill(String(session.goodwillPoints))}</p>}
      <SelectField label={words.callOff} name="reason">
        {Object.entries(words.callOffReasons).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </SelectField>
      <TextField label={words.note} name="note" maxLength={100} />
    </FormDialog>
  );
}

/** The code to be put up at the place, and what has come in. */
function Feedback({ words, where, session, onClose }: Opened) {
  const [said, setSaid] = useState<AnswerOf<'GET /api/activity-shifts/{shift}/feedback'>>();
  const load = useAction(async () => {
    const path = pathOf('GET /api/activity-shifts/{shift}/feedback', { params: { shift: session.id } });
    setSaid(await fetchRead<'GET /api/activity-shifts/{shift}/feedback'>(path));
  });
  useEffect(() => load.run(), []);
  const tags = Object.keys(words.tags) as (keyof typeof words.tags)[];
  const address = `${where.origin}/feedback/${said?.token}`;
  return (
    <Dialog title={words.feedback} onClose={onClose}>
      {load.problem && <ProblemNote problem={load.problem} look={where.look} />}
      {said && (
        <div class="flex flex-col gap-3">
          <p>{words.feedbackLead}</p>
          <QrCode text={address} label={words.feedback} class="w-full" />
          <p class="text-soft break-all select-all">{address}</p>
          <p class="font-bold">{words.feedbackCount(String(said.count))}</p>
          {said.count > 0 && (
            <ul>
              {said.scores.map((count, at) => (
                <li key={words.scores[at]}>
                  {words.scores[at]}: {count}
                </li>
              ))}
            </ul>
          )}
          <p>{tags.flatMap((tag) => (said.tags[tag] ? `${words.tags[tag]} ${said.tags[tag]}` : [])).join(' · ')}</p>
        </div>
      )}
      <Button kind="quiet" wide class="mt-3" onClick={onClose}>
        {words.cancel}
      </Button>
    </Dialog>
  );
}
