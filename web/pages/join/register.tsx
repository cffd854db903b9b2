import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { PeopleWords } from '../../words/people.ts';

interface RegisterGiven {
  readonly words: PeopleWords;
  readonly look: Look;
  /** The school's code, when the link tells it. */
  readonly school: string;
}

const kinds = ['pupil', 'adult'] as const;

export function Register({ words, look, school }: RegisterGiven) {
  const [ticket, setTicket] = useState<string>();
  const [isAgreed, setAgreed] = useState(false);
  const [kind, setKind] = useState<(typeof kinds)[number]>('pupil');
  const isPupil = kind === 'pupil';
  const register = useAction(async (form: FormData) => {
    const guardian = fieldText(form, 'guardian');
    const said = await send('POST /api/schools/{code}/registrations', {
      params: { code: fieldText(form, 'school') },
      body: {
        name: fieldText(form, 'name'),
        number: fieldText(form, 'number'),
        ...(isPupil && {
          grade: Number(fieldText(form, 'grade')),
          classNumber: Number(fieldText(form, 'classNumber')),
        }),
        birthDate: fieldText(form, 'birthDate'),
        ...(guardian && { guardian, guardianAgrees: isAgreed }),
      },
    });
    setTicket(said.ticket);
  });
  if (ticket !== undefined) return <Receipt words={words} ticket={ticket} />;
  const digits = { inputMode: 'numeric', required: true } as const;
  return (
    <Card>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          register.run(new FormData(event.currentTarget));
        }}
      >
        <Tabs label={words.joinAs} names={kinds} labels={words.joinKinds} chosen={kind} onChoose={setKind} />
        <TextField
          {...digits}
          label={isPupil ? words.joinSchool : words.joinCommunity}
          hint={isPupil ? words.joinSchoolHint : words.joinCommunityHint}
          name="school"
          pattern="[0-9]{6}"
          value={school}
        />
        <TextField label={words.name} name="name" autocomplete="name" maxLength={40} required />
        <TextField
          label={isPupil ? words.studentNumber : words.adultNumber}
          hint={isPupil ? undefined : words.joinNumberHint}
          name="number"
          maxLength={32}
          required
        />
        {isPupil && (
          <div class="grid grid-cols-2 gap-4">
            <TextField {...digits} label={words.grade} name="grade" type="number" min={1} max={12} />
            <TextField {...digits} label={words.classNumber} name="classNumber" type="number" min={1} max={999} />
          </div>
        )}
        <TextField label={words.birthDate} name="birthDate" type="date" required />
        {isPupil && <Guardian words={words} isAgreed={isAgreed} setAgreed={setAgreed} />}
        {register.problem && <ProblemNote problem={register.problem} look={look} />}
        <Button type="submit" wide disabled={register.isBusy}>
          {words.submit}
        </Button>
      </form>
    </Card>
  );
}

interface GuardianGiven {
  readonly words: PeopleWords;
  readonly isAgreed: boolean;
  setAgreed(isAgreed: boolean): void;
}

const Guardian = ({ words, isAgreed, setAgreed }: GuardianGiven) => (
  <fieldset class="flex flex-col gap-4 border-t border-line pt-4">
    <legend class="sr-only">{words.underAge}</legend>
    <p class="text-soft">{words.underAge}</p>
    <TextField label={words.guardianName} name="guardian" maxLength={40} />
    <TickBox checked={isAgreed} onChange={setAgreed}>
      <span>{words.guardianAgrees}</span>
    </TickBox>
  </fieldset>
);

const Receipt = ({ words, ticket }: { words: PeopleWords; ticket: string }) => (
  <Card title={words.ticketTitle}>
    <div role="status">
      <p class="text-sm text-soft">{words.ticket}</p>
      <p class="text-3xl font-bold tabular-nums my-2">{ticket}</p>
      <p>{words.ticketText}</p>
    </div>
  </Card>
);
