/** Who wants to join, with those of the roster who may be the same person. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type PeopleWords, peopleWords } from '../../words/people.ts';

type Registration = ItemOf<'GET /api/registrations'>;
interface RegistrationsGiven {
  readonly look: Look;
  readonly items: readonly Registration[];
  refresh(): Promise<void>;
}
type Decision =
  | { decision: 'approve' }
  | { decision: 'join'; volunteer: string }
  | { decision: 'refuse'; answer: string };

export function Registrations({ look, items, refresh }: RegistrationsGiven) {
  const words = peopleWords[look.language];
  const [isDone, setDone] = useState(false);
  if (items.length === 0 && !isDone) return null;
  return (
    <section class="mb-6">
      <h2 class="text-lg font-bold mb-2">{words.registrationsTitle}</h2>
      {isDone && <DoneNote>{words.approved}</DoneNote>}
      <ul class="grid gap-3 mt-3">
        {items.map((one) => (
          <Line
            key={one.id}
            words={words}
            look={look}
            registration={one}
            decided={async (isJoining) => {
              setDone(isJoining);
              await refresh();
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineGiven {
  readonly words: PeopleWords;
  readonly look: Look;
  readonly registration: Registration;
  decided(isJoining: boolean): Promise<void>;
}

function Line({ words, look, registration, decided }: LineGiven) {
  const { id, name, number, class: label, birthDate, guardian, at, candidates } = registration;
  const [isRefusing, setRefusing] = useState(false);
  const decide = useAction(async (body: Decision) => {
    await send('POST /api/registrations/{registration}/decision', { params: { registration: id }, body });
    await decided(body.decision !== 'refuse');
  });
  const refuse = useAction(async (form: FormData) => {
    const body = { decision: 'refuse' as const, answer: fieldText(form, 'answer') };
    await send('POST /api/registrations/{registration}/decision', { params: { registration: id }, body });
    setRefusing(false);
    await decided(false);
  });
  return (
    <li class="bg-card rounded-2xl border border-line p-4">
      <p class="font-bold">
        {label} {name}
      </p>
      <p class="text-sm text-soft">{words.registeredAt(dayText(at, look.language))}</p>
      <Facts
        of={[
          [words.oldNumber, number],
          [words.birthDate, birthDate],
          [words.guardian, guardian],
        ]}
      />
      {candidates.length > 0 && <p class="mt-2 font-bold">{words.candidates}</p>}
      <ul class="divide-y divide-line">
        {candidates.map((one) => (
          <li key={one.volunteer} class="py-2 flex flex-wrap items-center justify-between gap-2">
            <span>
              <span class="block">{`${one.class} ${one.name} ${one.number}`}</span>
              <span class={`text-sm ${one.sameBirthDate ? 'text-soft' : 'text-danger'}`}>
                {one.sameBirthDate ? words.sameBirthDate : words.otherBirthDate}
              </span>
            </span>
            <Button
              kind="quiet"
              disabled={decide.isBusy}
              aria-label={words.joinOf(one.name, one.number)}
              onClick={() => decide.run({ decision: 'join', volunteer: one.volunteer })}
            >
              {words.join}
            </Button>
          </li>
        ))}
      </ul>
      {decide.problem && <ProblemNote problem={decide.problem} look={look} />}
      <div class="mt-3 flex flex-wrap gap-2">
        <Button
          disabled={decide.isBusy}
          aria-label={words.approveOf(name)}
          onClick={() => decide.run({ decision: 'approve' })}
        >
          {words.approve}
        </Button>
        <Button kind="quiet" aria-label={words.refuseOf(name)} onClick={() => setRefusing(true)}>
          {words.refuse}
        </Button>
      </div>
      {isRefusing && (
        <FormDialog
          title={words.refuseOf(name)}
          labels={{ save: words.refuse, cancel: words.cancel }}
          look={look}
          action={refuse}
          onClose={() => setRefusing(false)}
        >
          <TextArea label={words.why} name="answer" rows={3} maxLength={200} required />
        </FormDialog>
      )}
    </li>
  );
}
