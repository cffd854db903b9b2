import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { definePage, type Session, type Where } from '../../page.ts';
import { homeOf } from '../../shell/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type ProofWords, proofWords } from '../../words/proof.ts';
import { EnrolPhone } from './enrol-phone.tsx';
import { OtherPosts } from './other-posts.tsx';

/** The second step of a sign-in, a fresh proof, or a phone to be set up: whichever the session needs. */
export const confirmPage = definePage({
  allow: 'signed_in',
  frame: 'app',
  words: proofWords,
  title: (words) => words.title,
  reads: () => ({}),
  view: ({ words, where }) => where.session && <Confirm words={words} where={where} session={where.session} />,
});

interface ConfirmGiven {
  readonly words: ProofWords;
  readonly where: Where;
  readonly session: Session;
}

function Confirm({ words, where, session }: ConfirmGiven) {
  const isEnrolling = session.waits === 'enrol' || (where.query.set === 'phone' && !session.waits);
  return (
    <div class="max-w-md mx-auto flex flex-col gap-4">
      <Heading title={isEnrolling ? words.enrolTitle : words.title} />
      {isEnrolling ? (
        <EnrolPhone words={words} where={where} session={session} onDone={() => goOn(where, session)} />
      ) : (
        <Proof words={words} where={where} session={session} />
      )}
      {session.waits && <OtherPosts words={words} where={where} session={session} />}
    </div>
  );
}

/** Goes where one wanted to, and only within this site. */
function goOn({ query: { next = '' } }: Where, session: Session): void {
  location.assign(/^\/(?![/\\])/.test(next) ? next : homeOf(session.post.role));
}

function Proof({ words, where, session }: ConfirmGiven) {
  const [isLost, setLost] = useState(false);
  const proof = useAction(async (form: FormData) => {
    const typed = fieldText(form, 'proof');
    const body = isLost ? { recoveryCode: typed } : session.hasTotp ? { totp: typed } : { password: typed };
    goOn(where, await send('POST /api/session/proof', { body }));
  });
  return (
    <Card>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          proof.run(new FormData(event.currentTarget));
        }}
      >
        <p class="text-soft">{session.waits ? words.codeLead : words.againLead}</p>
        <ProofField words={words} isLost={isLost} hasTotp={session.hasTotp} />
        {proof.problem && <ProblemNote problem={proof.problem} look={where.look} />}
        <Button type="submit" wide disabled={proof.isBusy}>
          {words.confirm}
        </Button>
        {session.hasTotp && (
          <button type="button" class="link min-h-12" onClick={() => setLost(!isLost)}>
            {isLost ? words.useCode : words.lost}
          </button>
        )}
      </form>
    </Card>
  );
}

function ProofField({ words, isLost, hasTotp }: { words: ProofWords; isLost: boolean; hasTotp: boolean }) {
  const given = { key: String(isLost), name: 'proof', required: true } as const;
  if (isLost) {
    const typing = { autocomplete: 'off', autocapitalize: 'characters', maxLength: 20 } as const;
    return <TextField {...given} {...typing} label={words.recovery} hint={words.recoveryHint} />;
  }
  if (hasTotp) {
    const typing = { inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 7 } as const;
    return <TextField {...given} {...typing} label={words.totp} hint={words.totpHint} />;
  }
  return <TextField {...given} type="password" autocomplete="current-password" label={words.password} />;
}
