import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { keepLook, plainLook } from '../../look.ts';
import { definePage, type Session, type Where } from '../../page.ts';
import { homeOf } from '../../shell/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type StartWords, startWords } from '../../words/start.ts';

export const signInPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: startWords,
  title: (words) => words.signInTitle,
  reads: () => ({}),
  view: ({ words, where }) => <SignIn words={words} where={where} />,
});

const kinds = ['pupil', 'staff'] as const;

function SignIn({ words, where }: { words: StartWords; where: Where }) {
  const [kind, setKind] = useState<(typeof kinds)[number]>(where.query.as === 'staff' ? 'staff' : 'pupil');
  const labels = { pupil: words.signInPupil, staff: words.signInStaff };
  const signIn = useAction(async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '');
    const remember = form.has('remember');
    const body =
      kind === 'pupil'
        ? { school: text('school'), number: text('number'), pin: text('pin'), remember }
        : { login: text('login'), password: text('password'), remember };
    enter(await send('POST /api/sessions', { body }), where);
  });
  return (
    <div class="max-w-md mx-auto flex flex-col gap-4">
      <h1 class="text-2xl font-bold">{words.signInTitle}</h1>
      <Tabs label={words.signInTitle} names={kinds} labels={labels} chosen={kind} onChoose={setKind} />
      <Card>
        <form
          class="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            signIn.run(new FormData(event.currentTarget));
          }}
        >
          {kind === 'pupil' ? <PupilFields words={words} where={where} /> : <StaffFields words={words} />}
          <label class="flex items-center gap-3 min-h-12">
            <input type="checkbox" name="remember" class="size-6 shrink-0 accent-fill" />
            <span>
              {words.remember} <span class="block text-sm text-soft">{words.rememberHint}</span>
            </span>
          </label>
          {signIn.problem && <ProblemNote problem={signIn.problem} look={where.look} />}
          <Button type="submit" wide disabled={signIn.isBusy}>
            {words.signIn}
          </Button>
        </form>
      </Card>
      <a href="/activate" class="link text-center min-h-12 grid place-items-center">
        {words.firstTime}
      </a>
      <a href="/join" class="link text-center min-h-12 grid place-items-center">
        {words.notListed}
      </a>
    </div>
  );
}

const PupilFields = ({ words, where }: { words: StartWords; where: Where }) => (
  <>
    <TextField
      label={words.school}
      hint={words.schoolHint}
      name="school"
      inputMode="numeric"
      autocomplete="organization"
      pattern="[0-9]{6}"
      value={where.query.school}
      required
    />
    <TextField label={words.number} name="number" inputMode="numeric" autocomplete="username" required />
    <TextField
      label={words.pin}
      hint={words.pinHint}
      name="pin"
      type="password"
      inputMode="numeric"
      autocomplete="current-password"
      pattern="[0-9]{6}"
      required
    />
  </>
);

const StaffFields = ({ words }: { words: StartWords }) => (
  <>
    <TextField label={words.login} name="login" autocomplete="username" autocapitalize="none" required />
    <TextField label={words.password} name="password" type="password" autocomplete="current-password" required />
  </>
);

/** Goes where one wanted to before signing in, and only within this site. */
export function enter(session: Session, { query }: Where): void {
  if (session.look) keepLook({ ...plainLook, ...session.look });
  const next = query.next ?? '';
  location.assign(/^\/(?![/\\])/.test(next) ? next : homeOf(session.post.role));
}
