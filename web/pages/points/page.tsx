import { type AnswerOf, read } from '../../api/read.ts';
import { dayText, hoursText, numberText } from '../../format.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { pointsWords } from '../../words/points.ts';
import { Donate } from './donate.tsx';
import { Entries } from './entries.tsx';
import { Hours, StarSchemes } from './service.tsx';
import type { Told } from './told.ts';

/** As many as a thumb scrolls by: what lies below is laid out before the balance can be seen. */
const entriesFirst = 10;

export const pointsPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: pointsWords,
  title: (words) => words.pointsTitle,
  reads: ({ query: { cursor } }) => ({
    me: read('GET /api/me'),
    balance: read('GET /api/me/balance'),
    waiting: read('GET /api/me/waiting'),
    stars: read('GET /api/me/stars'),
    entries: read('GET /api/me/entries', { query: { cursor, limit: entriesFirst } }),
  }),
  view: ({ words, where: { look, now, session }, data: { me, balance, waiting, stars, entries }, refresh }) => {
    const { language } = look;
    return (
      <div class="grid gap-4 lg:grid-cols-2 items-start">
        <div class="grid gap-4">
          <Hero words={words} language={language} me={me} balance={balance} />
          {waiting.records > 0 && <OnTheWay words={words} language={language} waiting={waiting} />}
          {waiting.reserved.points > 0 && <Frozen words={words} language={language} {...waiting.reserved} />}
          <StarSchemes words={words} language={language} stars={stars.items} />
          <Hours words={words} language={language} balance={balance} stars={stars.items} now={now} />
          {balance.expiring.length > 0 && <Expiring words={words} language={language} balance={balance} />}
          <div class="flex flex-wrap gap-2">
            <a
              href="/api/me/statement?as=xlsx"
              download="statement.xlsx"
              class="inline-flex items-center min-h-12 px-3 font-bold text-brand whitespace-nowrap"
            >
              {words.statement}
            </a>
            {session?.post.role === 'volunteer' && (
              <Donate words={words} look={look} available={balance.points} refresh={refresh} />
            )}
          </div>
        </div>
        <Entries words={words} look={look} first={entries} />
      </div>
    );
  },
});

type Balance = AnswerOf<'GET /api/me/balance'>;

const Hero = ({ words, language, me, balance }: Told & { me: AnswerOf<'GET /api/me'>; balance: Balance }) => (
  <section class="rounded-2xl bg-fill text-on-fill p-6">
    <p>
      {me.name} · {me.schoolName} {me.class}
    </p>
    <h1 class="mt-4">{words.available}</h1>
    <p class="text-5xl font-bold tabular-nums">{numberText(balance.points, language)}</p>
    {balance.debt > 0 && <p class="mt-2 font-bold">{words.debt(numberText(balance.debt, language))}</p>}
    <div class="mt-4 flex flex-wrap gap-2">
      <LinkButton kind="quiet" href="/shop">
        {words.goShop}
      </LinkButton>
      <a
        href="/me/redemptions"
        class="inline-flex items-center gap-1 min-h-12 px-3 font-bold whitespace-nowrap focus-visible:outline-on-fill"
      >
        {words.goRedemptions}
        <Icon of={icons.right} class="size-5" />
      </a>
    </div>
  </section>
);

type Waiting = AnswerOf<'GET /api/me/waiting'>;

const OnTheWay = ({ words, language, waiting }: Told & { waiting: Waiting }) => (
  <Elsewhere
    href="/me/records"
    icon={icons.clock}
    what={words.onTheWay(numberText(waiting.points, language))}
    note={words.onTheWayHours(hoursText(waiting.minutes, language), waiting.records)}
  />
);

const Frozen = ({ words, language, points, redemptions }: Told & Waiting['reserved']) => (
  <Elsewhere
    href="/me/redemptions"
    icon={icons.gift}
    what={words.frozen(numberText(points, language))}
    note={words.frozenIn(redemptions)}
  />
);

interface ElsewhereGiven {
  readonly href: string;
  readonly icon: string;
  readonly what: string;
  readonly note: string;
}

/** Points that are not in the balance now, and where to see why. */
const Elsewhere = ({ href, icon, what, note }: ElsewhereGiven) => (
  <a href={href} class="rounded-2xl bg-gold-soft text-gold p-4 flex items-center gap-3">
    <Icon of={icon} />
    <span class="flex-1">
      <span class="block font-bold">{what}</span>
      <span class="block">{note}</span>
    </span>
    <Icon of={icons.right} class="size-5" />
  </a>
);

const Expiring = ({ words, language, balance }: Told & { balance: Balance }) => (
  <Card title={words.expiringTitle}>
    {balance.expiring.map(
      ({ points, on, notice }) =>
        notice && (
          <p key={on} class="mb-3 rounded-xl bg-gold-soft text-gold p-3 font-bold">
            {words.notice(numberText(points, language), notice)}
          </p>
        ),
    )}
    <ul class="flex flex-col gap-1">
      {balance.expiring.map(({ points, on }) => (
        <li key={on} class="flex flex-wrap justify-between gap-x-6">
          <span class="font-bold">{words.points(numberText(points, language))}</span>
          <span class="text-soft">{words.expiring(dayText(on, language))}</span>
        </li>
      ))}
    </ul>
  </Card>
);
