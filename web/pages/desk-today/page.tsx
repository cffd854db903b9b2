import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { type ItemOf, read } from '../../api/read.ts';
import { clockText, dayText, momentText, numberText } from '../../format.ts';
import type { Language, Look } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Badge, Card, Empty, Figure, Heading, type Tone } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { type DeskWords, deskWords } from '../../words/desk.ts';
import { shellWords } from '../../words/shell.ts';
import { Exchange, mayExchange } from './exchange.tsx';

type PickUp = ItemOf<'GET /api/pick-ups/closed'>;

export const deskTodayPage = definePage({
  allow: ['desk'],
  frame: 'app',
  words: deskWords,
  title: (words) => words.todayTitle,
  reads: ({ query: { on, cursor } }) => ({
    closed: read('GET /api/pick-ups/closed', { query: { on, cursor } }),
    waiting: read('GET /api/pick-ups'),
  }),
  view: ({ words, where: { look, path, query, now }, data: { closed, waiting }, refresh }) => {
    const day = query.on ?? shanghaiDay(now);
    return (
      <>
        <Heading title={words.dayTitle(dayText(day, look.language))} />
        <Filter label={words.day} submit={words.show}>
          <TextField label={words.day} name="on" type="date" value={day} max={shanghaiDay(now)} />
        </Filter>
        <div class="grid grid-cols-2 lg:grid-cols-5 gap-4 mb-4">
          {(['handed_over', 'cancelled', 'returned', 'missed'] as const).map((state) => (
            <Figure
              key={state}
              name={words.figures[state]}
              value={countText(words, look.language, closed, (pickUp) => pickUp.state === state)}
            />
          ))}
          <Figure name={words.figures.reserved} value={countText(words, look.language, waiting, () => true)} />
        </div>
        <Card title={words.closedTitle}>
          <ClosedList words={words} look={look} now={now} pickUps={closed.items} onDone={refresh} />
          <Turn path={path} query={query} next={closed.next} labels={shellWords[look.language]} />
        </Card>
      </>
    );
  },
});

interface Listed {
  readonly items: readonly PickUp[];
  readonly next?: string;
}

/** What one page of the list knows: more may follow. */
function countText(words: DeskWords, language: Language, { items, next }: Listed, counts: (one: PickUp) => boolean) {
  const count = numberText(items.filter(counts).length, language);
  return next ? words.atLeast(count) : count;
}

const tones: Readonly<Record<PickUp['state'], Tone>> = {
  reserved: 'info',
  handed_over: 'good',
  cancelled: 'plain',
  returned: 'gold',
  missed: 'gold',
};

interface ListGiven {
  readonly words: DeskWords;
  readonly look: Look;
  readonly now: number;
  readonly pickUps: readonly PickUp[];
  onDone(): Promise<void>;
}

const exchangedText = (words: DeskWords, language: Language, { at, reason, by }: NonNullable<PickUp['exchanged']>) =>
  words.exchanged(momentText(at, language), reason, by);

function ClosedList({ words, look, now, pickUps, onDone }: ListGiven) {
  const { language } = look;
  if (pickUps.length === 0) return <Empty title={words.noClosed} />;
  return (
    <ul class="divide-y divide-line">
      {pickUps.map((pickUp) => (
        <li key={pickUp.id} class="py-3 flex flex-wrap items-center gap-x-4 gap-y-1">
          {pickUp.closedAt && <span class="text-soft tabular-nums">{clockText(pickUp.closedAt, language)}</span>}
          <span class="flex-1 min-w-32">
            <span class="font-bold">{pickUp.person}</span> <span class="text-soft">{pickUp.class}</span>
            <span class="block">{pickUp.name}</span>
            {pickUp.reason && (
              <span class="block text-soft">{words.calledOffFor(words.callOffReasons[pickUp.reason])}</span>
            )}
            {pickUp.exchanged && (
              <span class="block text-soft">{exchangedText(words, language, pickUp.exchanged)}</span>
            )}
          </span>
          {mayExchange(pickUp, now) && <Exchange words={words} look={look} pickUp={pickUp} onDone={onDone} />}
          <Badge tone={tones[pickUp.state]}>{words.states[pickUp.state]}</Badge>
        </li>
      ))}
    </ul>
  );
}
