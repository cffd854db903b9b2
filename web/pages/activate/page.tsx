import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { CodeField, useCardCode } from '../../card-code.tsx';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type StartWords, startWords } from '../../words/start.ts';
import { enter } from '../sign-in/page.tsx';

export const activatePage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: startWords,
  title: (words) => words.activateTitle,
  reads: () => ({}),
  view: ({ words, where }) => <Activate words={words} where={where} />,
});

const kinds = ['pupil', 'staff'] as const;

function Activate({ words, where }: { words: StartWords; where: Where }) {
  const [kind, setKind] = useState<(typeof kinds)[number]>(where.query.as === 'staff' ? 'staff' : 'pupil');
  const card = useCardCode();
  const [isMismatch, setMismatch] = useState(false);
  const activate = useAction(async (secret: string) => {
    const { code } = card;
    const body = kind === 'pupil' ? { code, pin: secret } : { code, password: secret };
    enter(await send('POST /api/activations', { body }), where);
  });
  const submit = (form: FormData) => {
    const secret = String(form.get('secret'));
    const isSame = secret === form.get('repeat');
    setMismatch(!isSame);
    if (isSame) activate.run(secret);
  };
  return (
    <div class="max-w-md mx-auto">
      <Heading title={words.activateTitle} note={kind === 'pupil' ? words.activateLead : words.activateLeadStaff} />
      <Card>
        <form
          class="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit(new FormData(event.currentTarget));
          }}
        >
          <Tabs
            label={words.activateTitle}
            names={kinds}
            labels={{ pupil: words.kindPupil, staff: words.kindStaff }}
            chosen={kind}
            onChoose={setKind}
          />
          <CodeField label={words.code} {...card} />
          <Secrets words={words} kind={kind} isMismatch={isMismatch} />
          {activate.problem && <ProblemNote problem={activate.problem} look={where.look} />}
          <Button type="submit" wide disabled={activate.isBusy}>
            {words.activate}
          </Button>
        </form>
      </Card>
    </div>
  );
}

interface SecretsGiven {
  readonly words: StartWords;
  readonly kind: (typeof kinds)[number];
  readonly isMismatch: boolean;
}

function Secrets({ words, kind, isMismatch }: SecretsGiven) {
  const isPin = kind === 'pupil';
  const field = {
    type: 'password',
    autocomplete: 'new-password',
    required: true,
    inputMode: isPin ? 'numeric' : 'text',
    pattern: isPin ? '[0-9]{6}' : undefined,
  } as const satisfies Partial<ComponentProps<typeof TextField>>;
  return (
    <>
      <TextField
        {...field}
        label={isPin ? words.newPin : words.newPassword}
        hint={isPin ? words.newPinHint : words.newPasswordHint}
        name="secret"
      />
      <TextField {...field} label={words.repeat} name="repeat" error={isMismatch ? words.mismatch : undefined} />
    </>
  );
}
