import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { GuardianWords } from '../../words/guardian.ts';

type Request = ItemOf<'GET /api/me/correction-requests'>;
interface AskGiven {
  readonly words: GuardianWords;
  readonly look: Look;
  readonly requests: readonly Request[];
  refresh(): Promise<void>;
}

/** Says what is wrong, and what the school answered before. */
export function AskCorrection({ words, look, requests, refresh }: AskGiven) {
  const ask = useAction(async (element: HTMLFormElement) => {
    const form = new FormData(element);
    const body = { about: fieldText(form, 'about') as Request['about'], text: fieldText(form, 'text') };
    await send('POST /api/me/correction-requests', { body });
    element.reset();
    await refresh();
  });
  return (
    <Card title={words.requestTitle}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask.run(event.currentTarget);
        }}
      >
        <p class="text-soft">{words.requestLead}</p>
        <SelectField label={words.about} name="about">
          {(Object.keys(words.abouts) as Request['about'][]).map((about) => (
            <option key={about} value={about}>
              {words.abouts[about]}
            </option>
          ))}
        </SelectField>
        <TextArea label={words.text} name="text" rows={3} maxLength={300} required />
        {ask.problem && <ProblemNote problem={ask.problem} look={look} />}
        <Button type="submit" disabled={ask.isBusy}>
          {words.send}
        </Button>
      </form>
      {requests.length > 0 && <h3 class="font-bold mt-6">{words.requestsTitle}</h3>}
      <ul class="divide-y divide-line">
        {requests.map(({ id, about, text, at, state, answer }) => (
          <li key={id} class="py-3">
            <p class="flex flex-wrap justify-between gap-2">
              <span class="font-bold">{words.abouts[about]}</span>
              <Badge tone={requestTones[state]}>{words.requestStates[state]}</Badge>
            </p>
            <p>{text}</p>
            <p class="text-sm text-soft">{dayText(at, look.language)}</p>
            {answer && <p class="mt-1">{answer}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export const requestTones = { open: 'gold', corrected: 'good', refused: 'bad' } as const;
