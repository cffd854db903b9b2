import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { PeopleWords } from '../../words/people.ts';

export function Status({ words, look }: { words: PeopleWords; look: Look }) {
  const [said, setSaid] = useState<AnswerOf<'POST /api/registrations/status'>>();
  const ask = useAction(async (form: FormData) => {
    setSaid(undefined);
    setSaid(await send('POST /api/registrations/status', { body: { ticket: fieldText(form, 'ticket') } }));
  });
  return (
    <Card title={words.statusTitle}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask.run(new FormData(event.currentTarget));
        }}
      >
        <TextField
          label={words.ticket}
          name="ticket"
          autocomplete="off"
          autocapitalize="characters"
          maxLength={40}
          required
        />
        {ask.problem && <ProblemNote problem={ask.problem} look={look} />}
        {said && (
          <p role="status" class="font-bold">
            {words.statuses[said.state]} {said.answer}
          </p>
        )}
        <Button kind="quiet" type="submit" disabled={ask.isBusy}>
          {words.statusGo}
        </Button>
      </form>
    </Card>
  );
}
