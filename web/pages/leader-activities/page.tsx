/**
 * A leader's activities: what is over and not settled, the coming shifts and those of the last days, and what was
 * published before, to be published again.
 */
import { type ItemOf, read } from '../../api/read.ts';
import { clockText, dayText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage, type Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ByDay } from '../../ui/by-day.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { Parts } from '../../ui/parts.tsx';
import { type ActivityWords, activityWords } from '../../words/activities.ts';
import { shellWords } from '../../words/shell.ts';

const teamOf = ({ session }: Where) => session?.post.scope ?? '';
const dayMs = 86_400_000;
/** Longer than any run of holidays with the working days in which a shift may be settled. */
const lookBackMs = 14 * dayMs;
const shownMax = 20;
const pastMax = 50;

export const leaderActivitiesPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: activityWords,
  title: (words) => words.leaderTitle,
  reads: (where) => {
    const team = teamOf(where);
    const at = (time: number) => new Date(time).toISOString();
    // A shift lasts a day at most: what began since then may be under way.
    const [long, yesterday] = [at(where.now - lookBackMs), at(where.now - dayMs)];
    const { cursor } = where.query;
    return {
      unsettled: read('GET /api/unsettled-shifts'),
      shifts: read('GET /api/activity-shifts', { query: { team, from: yesterday, limit: shownMax, cursor } }),
      past: read('GET /api/activity-shifts', { query: { team, from: long, to: yesterday, limit: pastMax } }),
      published: read('GET /api/activities', { query: { team, limit: shownMax } }),
    };
  },
  view: ({ words, where: { look, path, query }, data: { unsettled, shifts, past, published } }) => (
    <div class="max-w-3xl mx-auto flex flex-col gap-4">
      <Heading title={words.leaderTitle}>
        <LinkButton href="/leader/activities/new">
          <Icon of={icons.plus} class="size-5" />
          {words.publish}
        </LinkButton>
      </Heading>
      {unsettled.items.length > 0 && (
        <Card title={words.unsettled}>
          <p class="text-soft mb-2">{words.unsettledNote}</p>
          <Shifts words={words} language={look.language} shifts={unsettled.items} />
        </Card>
      )}
      <Card title={words.coming}>
        {shifts.items.length === 0 ? (
          <Empty title={words.noComing}>
            <p>{words.noComingNext}</p>
          </Empty>
        ) : (
          <Shifts words={words} language={look.language} shifts={shifts.items} />
        )}
        <Turn path={path} query={query} next={shifts.next} labels={shellWords[look.language]} />
      </Card>
      {past.items.length > 0 && (
        <details>
          <summary class="link inline-flex items-center min-h-12 font-bold">{words.past}</summary>
          <Card>
            <Shifts words={words} language={look.language} shifts={past.items} />
          </Card>
        </details>
      )}
      {published.items.length > 0 && (
        <Card title={words.published}>
          <ul class="divide-y divide-line">
            {published.items.map((activity) => (
              <li key={activity.id} class="flex flex-wrap items-center justify-between gap-2 py-3">
                <span>
                  <span class="block font-bold">{activity.name}</span>
                  <Parts
                    of={[dayText(activity.first, look.language), activity.duty && words.duty, String(activity.shifts)]}
                    class="text-soft"
                  />
                </span>
                <LinkButton kind="quiet" href={`/leader/activities/new?like=${activity.id}`}>
                  {words.again}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  ),
});

type OneShift = ItemOf<'GET /api/activity-shifts'>;
interface Spoken {
  readonly words: ActivityWords;
  readonly language: Language;
}

const Shifts = ({ shifts, ...spoken }: Spoken & { readonly shifts: readonly OneShift[] }) => (
  <ByDay items={shifts} language={spoken.language}>
    {(shift) => <Shift key={shift.id} {...spoken} shift={shift} />}
  </ByDay>
);

function Shift({ words, language, shift }: Spoken & { readonly shift: OneShift }) {
  const { id, name, place, from, to, isDuty, counts, cancelled } = shift;
  const number = (value = 0) => numberText(value, language);
  const there = (counts.in ?? 0) + (counts.out ?? 0) + (counts.recorded ?? 0);
  const times = `${clockText(from, language)}–${clockText(to, language)}`;
  return (
    <li>
      <a
        href={`/leader/activities/${id}`}
        class="flex items-center gap-3 min-h-14 py-3 hover:bg-brand-soft -mx-2 px-2 rounded-xl"
      >
        <span class="flex-1">
          <span class="block font-bold">{name}</span>
          <Parts of={[times, place, isDuty && words.duty]} class="text-soft tabular-nums" />
          <span>{words.counts(number(counts.signed), number(counts.waiting), number(there))}</span>
        </span>
        {cancelled && <Badge tone="bad">{words.calledOff[cancelled.reason]}</Badge>}
        <Icon of={icons.right} class="size-5 text-soft" />
      </a>
    </li>
  );
}
