import type { AnswerOf, ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { momentText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { controlClass, Labelled, SelectField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ActivityWords } from '../../words/activities.ts';

interface TypedGiven {
  readonly words: ActivityWords;
  readonly where: Where;
  readonly mine: readonly ItemOf<'GET /api/me/sign-ups'>[];
  onDone(done: AnswerOf<'POST /api/me/attendance'>): void;
}

/** The six digits under the code: for whoever has no camera. Which of the two it is follows from how one stands. */
export function Typed({ words, where: { look, now }, mine, onDone }: TypedGiven) {
  const dayMs = 86_400_000;
  const near = mine.filter(
    ({ state, from }) => (state === 'signed' || state === 'in') && Math.abs(Date.parse(from) - now) < dayMs,
  );
  const submit = useAction(async (form: FormData) => {
    const shift = fieldText(form, 'shift');
    const phase = near.find((part) => part.shift === shift)?.state === 'in' ? 'out' : 'in';
    const body = { shift, phase, digits: fieldText(form, 'digits') } as const;
    onDone(await send('POST /api/me/attendance', { body }));
  });
  if (near.length === 0) return null;
  const next = (state: string) => (state === 'in' ? words.sendOut : words.sendIn);
  return (
    <Card title={words.typed}>
      <form
        class="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit.run(new FormData(event.currentTarget));
        }}
      >
        <SelectField label={words.whichShift} name="shift">
          {near.map(({ shift, name, from, state }) => (
            <option key={shift} value={shift}>
              {[next(state), name, momentText(from, look.language)].join(' · ')}
            </option>
          ))}
        </SelectField>
        <Labelled label={words.digits}>
          {({ id }) => (
            <input
              id={id}
              name="digits"
              class={`${controlClass} text-2xl font-bold tabular-nums tracking-widest`}
              inputMode="numeric"
              autocomplete="off"
              pattern="\d{6}"
              maxLength={6}
              required
            />
          )}
        </Labelled>
        {submit.problem && <ProblemNote problem={submit.problem} look={look} />}
        <Button type="submit" wide disabled={submit.isBusy}>
          {words.sendIn} / {words.sendOut}
        </Button>
      </form>
    </Card>
  );
}
