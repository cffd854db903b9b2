/** What service has come to: stars and hours. */
import { schoolYear, shanghaiDay } from '../../../shared/rules/calendar.ts';
import type { AnswerOf, ItemOf } from '../../api/read.ts';
import { dayText, hoursText } from '../../format.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Stars } from '../../ui/stars.tsx';
import type { Told } from './told.ts';

type Star = ItemOf<'GET /api/me/stars'>;
interface Starred extends Told {
  readonly stars: readonly Star[];
}

export const StarSchemes = ({ words, language, stars }: Starred) => (
  <Card
    title={words.starsTitle}
    aside={
      <a href="/me/gifts" class="inline-flex items-center min-h-12 font-bold text-brand">
        {words.goGifts}
      </a>
    }
  >
    <ul class="grid gap-6">
      {stars.map((star) => (
        <StarLine key={star.scheme} words={words} language={language} star={star} />
      ))}
    </ul>
  </Card>
);

function StarLine({ words, language, star }: Told & { star: Star }) {
  const { scheme, level, minutes, nextLevel, missingMinutes } = star;
  const name = words.starsOf[scheme];
  return (
    <li class="grid gap-2">
      <div class="flex flex-wrap items-center justify-between gap-x-4">
        <span class="font-bold">{name}</span>
        <span class="flex items-center gap-2">
          <Stars level={level} />
          {words.stars(level)}
        </span>
      </div>
      <Progress label={name} value={minutes} max={minutes + (missingMinutes ?? 0)} />
      <p class="text-sm text-soft">
        {missingMinutes !== undefined && nextLevel !== undefined
          ? words.toNext(hoursToGo(missingMinutes, language), nextLevel)
          : words.topStar}
      </p>
      {star.waitsFor.map((condition) => (
        <p key={condition} class="text-sm text-gold">
          {words.starWaits[condition](dayWaited(star, condition, language))}
        </p>
      ))}
    </li>
  );
}

function dayWaited(
  { monthsMetOn, blockedUntil }: Star,
  condition: Star['waitsFor'][number],
  language: Told['language'],
) {
  const day = condition === 'finding' ? blockedUntil : monthsMetOn;
  return day ? dayText(day, language) : '';
}

/** Rounded up: who has served what it says has reached the star. */
const hoursToGo = (minutes: number, language: Told['language']) => hoursText(minutes + 5, language);

interface Served extends Starred {
  readonly balance: AnswerOf<'GET /api/me/balance'>;
  readonly now: number;
}

export function Hours({ words, language, balance, stars, now }: Served) {
  const stage = stars.map(({ scheme }) => scheme).find((scheme) => scheme !== 'national');
  const year = balance.minutesByYear[schoolYear(shanghaiDay(now))];
  const hours = (minutes = 0) => `${hoursText(minutes, language)} ${words.hours}`;
  return (
    <Card title={words.hoursTitle}>
      <Facts
        of={[
          [words.hoursTotal, hours(balance.minutes)],
          [stage ? words.hoursStage[stage] : '', stage && hours(balance.minutesByStage[stage])],
          [words.hoursYear, hours(year)],
        ]}
      />
    </Card>
  );
}
