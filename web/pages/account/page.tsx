import { staffRoles } from '../../../shared/roles.ts';
import { type AnswerOf, read } from '../../api/read.ts';
import type { Language } from '../../look.ts';
import { definePage, type Session } from '../../page.ts';
import { Brought } from '../../ui/brought.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import * as icons from '../../ui/icons.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { type AccountWords, accountWords } from '../../words/account.ts';
import { shellWords } from '../../words/shell.ts';
import { Devices } from './devices.tsx';
import { Join } from './join.tsx';
import { Posts } from './posts.tsx';
import { Secret } from './secret.tsx';
import { SignOut } from './sign-out.tsx';

export const accountPage = definePage({
  allow: 'signed_in',
  frame: 'app',
  words: accountWords,
  title: (words) => words.accountTitle,
  reads: ({ session }) => ({
    me: isMine(session) ? read('GET /api/me') : undefined,
    devices: read('GET /api/session/devices'),
  }),
  view: ({ words, where: { session, look }, data: { me, devices }, refresh }) =>
    session && (
      <div class="max-w-2xl mx-auto">
        <Heading title={me?.name ?? session.name ?? words.accountTitle} />
        <div class="grid gap-4">
          <Card>
            <Facts of={me ? pupilFacts(words, me) : staffFacts(words, look.language, session)} />
          </Card>
          {me && <Brought brought={me.brought} language={look.language} />}
          {session.posts.length > 1 && <Posts words={words} look={look} session={session} />}
          <LinkList links={shortcuts(words, session)} />
          {mayJoin(session) && <Join words={words} look={look} session={session} />}
          <Devices words={words} look={look} devices={devices.items} refresh={refresh} />
          <Secret words={words} look={look} isPin={me !== undefined} />
          <SignOut words={words} look={look} />
        </div>
      </div>
    ),
});

/** A pupil's own post, or a guardian's: both are about one pupil. */
const isMine = (session: Session | undefined) =>
  session?.post.role === 'volunteer' || session?.post.role === 'guardian';

const pupilFacts = (words: AccountWords, { schoolName, class: label, number, consent }: AnswerOf<'GET /api/me'>) =>
  [
    [words.school, schoolName],
    [words.class, label],
    [words.number, number],
    [words.consent, words.consents[consent]],
  ] as const;

const staffFacts = (words: AccountWords, language: Language, { post: { role, unitName } }: Session) =>
  [
    [words.role, shellWords[language].roles[role]],
    [words.unit, unitName],
  ] as const;

/** A pupil's sign-in is the pupil's own: it takes no other post. */
const mayJoin = ({ posts }: Session) => posts.every(({ role }) => role !== 'volunteer' && role !== 'resident');
const isStaff = ({ post: { role } }: Session) => staffRoles.some((one) => one === role);

function shortcuts(words: AccountWords, session: Session) {
  const look = { href: '/look', icon: icons.text, text: words.look };
  const mine = [
    { href: '/me/redemptions', icon: icons.gift, text: words.redemptions },
    { href: '/me/consent', icon: icons.check, text: words.consent },
    { href: '/me/data', icon: icons.list, text: words.data },
  ];
  const codes = { href: '/confirm?set=phone&next=/account', icon: icons.shield, text: codesText(words, session) };
  return [...(isMine(session) ? mine : []), ...(isStaff(session) ? [codes] : []), look];
}

const codesText = (words: AccountWords, { hasTotp }: Session) =>
  hasTotp ? `${words.codes} · ${words.codesOn}` : words.codesOff;
