/** What one has signed up for, and what is open this week. */
import { type AnswerOf, type ItemOf, read } from '../../api/read.ts';
import { clockText, numberText, weekdayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ByDay } from '../../ui/by-day.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { Parts } from '../../ui/parts.tsx';
import { type ActivityWords, activityWords } from '../../words/activities.ts';
import { stateTones } from './state-tones.ts';

type Mine = ItemOf<'GET /api/me/sign-ups'>;
type Open = AnswerOf<'GET /api/open-shifts'>['items'][number];
const shownMax = 20;

export const activitiesPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: activityWords,
  title: (words) => words.title,
  reads: ({ query: { from } }) => ({
    mine: read('GET /api/me/sign-ups', { query: { limit: shownMax } }),
    open: read('GET /api/open-shifts', { query: { from } }),
  }),
  view: ({ words, where: { look, query, session }, data: { mine, open } }) => {
    const told = { words, language: look.language };
    const free = open.items.filter((shift) => !shift.mine);
    return (
      <div class="max-w-2xl mx-auto flex flex-col gap-4">
        <Heading title={words.title} note={words.lead}>
          {session?.post.role === 'volunteer' && (
            <LinkButton href="/scan">
              <Icon of={icons.scan} class="size-5" />
              {words.scan}
            </LinkButton>
          )}
        </Heading>
        <Card title={words.mine}>
          {mine.items.length === 0 ? <Empty title={words.noMine} /> : <MySignUps {...told} parts={mine.items} />}
          {mine.absences > 0 && (
            <p class="text-soft mt-2">{words.absences(numberText(mine.absences, look.language))}</p>
          )}
        </Card>
        <Card title={words.open}>
          {free.length === 0 ? (
            <Empty title={words.noOpen}>
              <p>{words.noOpenNext}</p>
            </Empty>
          ) : (
            <ByDay items={free} language={look.language}>
              {(shift) => <OpenShift key={shift.id} {...told} shift={shift} />}
            </ByDay>
          )}
          <div class="flex flex-wrap gap-2 mt-3">
            {query.from && (
              <LinkButton kind="quiet" href="/me/activities">
                {words.thisWeek}
              </LinkButton>
            )}
            {open.later && (
              <LinkButton kind="quiet" href={`/me/activities?from=${open.later}`}>
                {words.later}
              </LinkButton>
            )}
          </div>
        </Card>
      </div>
    );
  },
});

interface Told {
  readonly words: ActivityWords;
  readonly language: Language;
}
const spanOf = (language: Language, { from, to }: Pick<Mine, 'from' | 'to'>) =>
  `${clockText(from, language)}–${clockText(to, language)}`;

const lineClass = 'flex items-center gap-3 min-h-14 py-3 hover:bg-brand-soft -mx-2 px-2 rounded-xl';

const MySignUps = ({ words, language, parts }: Told & { parts: readonly Mine[] }) => (
  <ul class="divide-y divide-line">
    {parts.map((part) => (
      <li key={part.shift}>
        <a href={`/me/activities/${part.shift}`} class={lineClass}>
          <span class="flex-1">
            <span class="block font-bold">{part.name}</span>
            <Parts
              of={[weekdayText(part.from, language), spanOf(language, part), part.place]}
              class="text-soft tabular-nums"
            />
          </span>
          <Badge tone={stateTones[part.state]}>{words.states[part.state]}</Badge>
        </a>
      </li>
    ))}
  </ul>
);

const OpenShift = ({ words, language, shift }: Told & { shift: Open }) => {
  const free = shift.roles.reduce((sum, role) => sum + Math.max(0, role.free), 0);
  const places = shift.roles.reduce((sum, role) => sum + role.places, 0);
  const number = (value: number) => numberText(value, language);
  return (
    <li>
      <a href={`/me/activities/${shift.id}`} class={lineClass}>
        <span class="flex-1">
          <span class="block font-bold">{shift.name}</span>
          <Parts of={[spanOf(language, shift), shift.place]} class="text-soft tabular-nums" />
          <span class={free > 0 ? 'text-brand' : 'text-gold'}>
            {free > 0 ? words.free(number(free), number(places)) : words.full}
          </span>
        </span>
        <Icon of={icons.right} class="size-5 text-soft" />
      </a>
    </li>
  );
};
