/** A new PIN or password; whoever knew the old one elsewhere is signed out. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { AccountWords } from '../../words/account.ts';

interface SecretGiven {
  readonly words: AccountWords;
  readonly look: Look;
  /** Pupils have a PIN, staff a password. */
  readonly isPin: boolean;
}

export function Secret({ words, look, isPin }: SecretGiven) {
  const [isDone, setDone] = useState(false);
  const [isMismatch, setMismatch] = useState(false);
  const change = useAction(async (form: HTMLFormElement) => {
    const text = (name: string) => String(new FormData(form).get(name) ?? '');
    const isSame = text('new') === text('repeat');
    setDone(false);
    setMismatch(!isSame);
    if (!isSame) return;
    await send('POST /api/session/secret', { body: { old: text('old'), new: text('new') } });
    form.reset();
    setDone(true);
  });
  return (
    <details class="bg-card rounded-2xl border border-line">
      <summary class="flex items-center gap-3 min-h-14 px-4 font-bold rounded-2xl hover:bg-brand-soft">
        <Icon of={icons.shield} class="size-6 text-brand" />
        <span class="flex-1">{isPin ? words.pin : words.password}</span>
        <Icon of={icons.down} class="size-5 text-soft" />
      </summary>
      <form
        class="p-4 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.run(event.currentTarget);
        }}
      >
        <Fields words={words} isPin={isPin} isMismatch={isMismatch} />
        {change.problem && <ProblemNote problem={change.problem} look={look} />}
        {isDone && <DoneNote>{words.changed}</DoneNote>}
        <Button type="submit" wide disabled={change.isBusy}>
          {words.change}
        </Button>
      </form>
    </details>
  );
}

interface FieldsGiven extends Omit<SecretGiven, 'look'> {
  readonly isMismatch: boolean;
}

function Fields({ words, isPin, isMismatch }: FieldsGiven) {
  const digits = isPin ? ({ inputMode: 'numeric', pattern: '[0-9]{6}' } as const) : {};
  const secret = { type: 'password', required: true, ...digits } as const;
  return (
    <>
      <TextField
        {...secret}
        label={isPin ? words.oldPin : words.oldPassword}
        name="old"
        autocomplete="current-password"
      />
      <TextField
        {...secret}
        label={isPin ? words.newPin : words.newPassword}
        hint={isPin ? words.newPinHint : words.newPasswordHint}
        name="new"
        autocomplete="new-password"
      />
      <TextField
        {...secret}
        label={words.repeat}
        error={isMismatch ? words.mismatch : undefined}
        name="repeat"
        autocomplete="new-password"
      />
    </>
  );
}
