import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { CodeField, useCardCode } from '../../card-code.tsx';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type GuardianWords, guardianWords } from '../../words/guardian.ts';
import { enter } from '../sign-in/page.tsx';

export const activateGuardianPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: guardianWords,
  title: (words) => words.activateTitle,
  reads: () => ({}),
  view: ({ words, where }) => <Activate words={words} where={where} />,
});

function Activate({ words, where }: { words: GuardianWords; where: Where }) {
  const card = useCardCode();
  const [isMismatch, setMismatch] = useState(false);
  const activate = useAction(async (form: FormData) => {
    const body = { code: card.code, login: fieldText(form, 'login'), pin: fieldText(form, 'pin') };
    enter(await send('POST /api/guardians', { body }), { ...where, query: { next: '/me/consent' } });
  });
  const submit = (form: FormData) => {
    const isSame = form.get('pin') === form.get('repeat');
    setMismatch(!isSame);
    if (isSame) activate.run(form);
  };
  const secret = {
    type: 'password',
    inputMode: 'numeric',
    autocomplete: 'new-password',
    pattern: '[0-9]{6}',
    required: true,
  } as const;
  return (
    <div class="max-w-md mx-auto">
      <Heading title={words.activateTitle} note={words.activateLead} />
      <Card>
        <form
          class="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit(new FormData(event.currentTarget));
          }}
        >
          <CodeField label={words.code} {...card} />
          <TextField
            label={words.login}
            hint={words.loginHint}
            name="login"
            autocomplete="username"
            autocapitalize="none"
            required
          />
          <TextField {...secret} label={words.pin} hint={words.pinHint} name="pin" />
          <TextField {...secret} label={words.repeat} name="repeat" error={isMismatch ? words.mismatch : undefined} />
          {activate.problem && <ProblemNote problem={activate.problem} look={where.look} />}
          <Button type="submit" wide disabled={activate.isBusy}>
            {words.activate}
          </Button>
        </form>
      </Card>
      <a href="/me/children" class="link text-center min-h-12 grid place-items-center">
        {words.haveLogin}
      </a>
    </div>
  );
}
