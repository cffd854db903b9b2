/** A leader's activities: the coming shifts, and what was published before, to be published again. */
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
/** Shifts that ended in the last days wait for their records. */
const lookBackMs = 3 * 86_400_000;
const shownMax = 20;

export const leaderActivitiesPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: activityWords,
  title: (words) => words.leaderTitle,
  reads: (where) => {
    const from = new Date(where.now - lookBackMs).toISOString();
    const { cursor } = where.query;
    return {
      shifts: read('GET /api/activity-shifts', { query: { team: teamOf(where), from, limit: shownMax, cursor } }),
      published: read('GET /api/activities', { query: { team: teamOf(where), limit: shownMax } }),
    };
  },
  view: ({ words, where: { look, path, query }, data: { shifts, published } }) => (
    <div class="max-w-3xl mx-auto flex flex-col gap-4">
      <Heading title={words.leaderTitle}>
        <LinkButton href="/leader/activities/new">
          <Icon of={icons.plus} class="size-5" />
          {words.publish}
        </LinkButton>
      </Heading>
      <Card title={words.coming}>
        {shifts.items.length === 0 ? (
          <Empty title={words.noComing}>
            <p>{words.noComingNext}</p>
          </Empty>
        ) : (
          <ByDay items={shifts.items} language={look.language}>
            {(shift) => <Shift key={shift.id} words={words} language={look.language} shift={shift} />}
          </ByDay>
        )}
        <Turn path={path} query={query} next={shifts.next} labels={shellWords[look.language]} />
      </Card>
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

interface ShiftGiven {
  readonly words: ActivityWords;
  readonly language: Language;
  readonly shift: ItemOf<'GET /api/activity-shifts'>;
}

function Shift({ words, language, shift }: ShiftGiven) {
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
