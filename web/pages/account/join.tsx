/** A further post by code: teacher here, parent there, with one sign-in. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import type { Session } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { AccountWords } from '../../words/account.ts';

interface JoinGiven {
  readonly words: AccountWords;
  readonly look: Look;
  readonly session: Session;
}

export function Join({ words, look, session }: JoinGiven) {
  const [isDone, setDone] = useState(false);
  // Whoever has only children signs in by PIN; the password is asked for where the code turns out to be for staff.
  const hasPin = session.posts.every(({ role }) => role === 'guardian');
  const join = useAction(async (form: FormData) => {
    const password = fieldText(form, 'password');
    const body = { code: fieldText(form, 'code'), ...(password && { password }) };
    await send('POST /api/session/posts', { body });
    setDone(true);
    location.reload();
  });
  return (
    <details class="bg-card rounded-2xl border border-line">
      <summary class="flex items-center gap-3 min-h-14 px-4 font-bold rounded-2xl hover:bg-brand-soft">
        <Icon of={icons.people} class="size-6 text-brand" />
        <span class="flex-1">{words.join}</span>
        <Icon of={icons.down} class="size-5 text-soft" />
      </summary>
      <form
        class="p-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          join.run(new FormData(event.currentTarget));
        }}
      >
        <p class="text-soft">{words.joinLead}</p>
        <TextField
          name="code"
          label={words.joinCode}
          autocomplete="off"
          autocapitalize="characters"
          maxLength={20}
          required
        />
        {hasPin && (
          <TextField
            name="password"
            type="password"
            autocomplete="new-password"
            label={words.joinPassword}
            hint={words.joinPasswordHint}
          />
        )}
        {join.problem && <ProblemNote problem={join.problem} look={look} />}
        {isDone && <DoneNote>{words.joined}</DoneNote>}
        <Button type="submit" wide disabled={join.isBusy}>
          {words.joinDo}
        </Button>
      </form>
    </details>
  );
}
