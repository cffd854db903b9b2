import { type AnswerOf, type ItemOf, read } from '../../api/read.ts';
import { dayText, hoursText, momentText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Figure } from '../../ui/card.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Stars } from '../../ui/stars.tsx';
import { type VolunteerWords, volunteerWords } from '../../words/volunteer.ts';

type Balance = AnswerOf<'GET /api/me/balance'>;

export const pointsPage = definePage({
  allow: ['volunteer'],
  frame: 'app',
  words: volunteerWords,
  title: (words) => words.pointsTitle,
  reads: () => ({
    balance: read('GET /api/me/balance'),
    stars: read('GET /api/me/stars'),
    entries: read('GET /api/me/entries', { query: { limit: 20 } }),
  }),
  view: ({ words, where: { look }, data: { balance, stars, entries } }) => (
    <div class="grid gap-4 lg:grid-cols-2 items-start">
      <div class="flex flex-col gap-4">
        <Hero words={words} language={look.language} balance={balance} star={stars.items[0]} />
        <Hours words={words} language={look.language} balance={balance} />
        {balance.expiring.length > 0 && <Expiring words={words} language={look.language} balance={balance} />}
      </div>
      <Entries words={words} language={look.language} entries={entries.items} />
    </div>
  ),
});

interface Told {
  readonly words: VolunteerWords;
  readonly language: Language;
}

type Star = ItemOf<'GET /api/me/stars'>;

function Hero({ words, language, balance, star }: Told & { balance: Balance; star: Star | undefined }) {
  return (
    <section class="rounded-2xl bg-fill text-on-fill p-6">
      <h1 class="text-base">{words.available}</h1>
      <div class="flex flex-wrap items-end justify-between gap-3">
        <p class="text-5xl font-bold tabular-nums">{numberText(balance.points, language)}</p>
        <LinkButton kind="quiet" href="/shop">
          {words.goShop}
        </LinkButton>
      </div>
      {balance.debt > 0 && <p class="mt-2 font-bold">{words.debt(numberText(balance.debt, language))}</p>}
      {star && <StarLine words={words} language={language} star={star} />}
    </section>
  );
}

function StarLine({ words, language, star }: Told & { star: Star }) {
  const missing = star.missingMinutes;
  const next =
    missing !== undefined && star.nextLevel !== undefined
      ? words.toNext(hoursText(missing + 5, language), star.nextLevel)
      : words.topStar;
  return (
    <div class="mt-4">
      <div class="flex flex-wrap items-center justify-between gap-2 mb-2">
        <span class="flex items-center gap-2">
          <Stars level={star.level} />
          <span>{words.stars(star.level)}</span>
        </span>
        <span>{next}</span>
      </div>
      <Progress label={words.starsOf[star.scheme]} value={star.minutes} max={star.minutes + (missing ?? 0)} />
    </div>
  );
}

function Hours({ words, language, balance }: Told & { balance: Balance }) {
  const years = Object.keys(balance.minutesByYear).sort();
  const year = balance.minutesByYear[years.at(-1) ?? ''] ?? 0;
  const unit = <span class="text-base font-normal text-soft"> {words.hours}</span>;
  return (
    <div class="grid grid-cols-2 gap-4">
      <Figure name={words.hoursTotal} value={[hoursText(balance.minutes, language), unit]} />
      <Figure name={words.hoursYear} value={[hoursText(year, language), unit]} />
    </div>
  );
}

const Expiring = ({ words, language, balance }: Told & { balance: Balance }) => (
  <Card title={words.expiringTitle}>
    <ul class="flex flex-col gap-1">
      {balance.expiring.map(({ points, on }) => (
        <li key={on}>{words.expiring(numberText(points, language), dayText(on, language))}</li>
      ))}
    </ul>
  </Card>
);

type Entry = ItemOf<'GET /api/me/entries'>;

const Entries = ({ words, language, entries }: Told & { entries: readonly Entry[] }) => (
  <Card title={words.entriesTitle}>
    {entries.length === 0 ? (
      <Empty title={words.noEntries}>
        <p>{words.noEntriesNext}</p>
      </Empty>
    ) : (
      <ul class="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.number} class="py-3 flex justify-between gap-4">
            <div class="min-w-0">
              <p class="font-bold">{words.entryKinds[entry.kind]}</p>
              <p class="text-sm text-soft">{momentText(entry.at, language)}</p>
            </div>
            <div class="text-right shrink-0">
              <p class={`font-bold tabular-nums ${entry.points > 0 ? 'text-brand' : ''}`}>
                {entry.points > 0 ? '+' : ''}
                {numberText(entry.points, language)}
              </p>
              <p class="text-sm text-soft">{words.balanceAfter(numberText(entry.balance, language))}</p>
            </div>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
