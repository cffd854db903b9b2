/** A leader rates a shift's people: a choice each, and what they did well. */
import { useState } from 'preact/hooks';
import { type BodyOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { leaderWords } from '../../words/leader.ts';
import { type RatingWords, ratingWords } from '../../words/ratings.ts';
import { isDone, LeftOut, type RowResult } from '../shift/left-out.tsx';
import { type Given, PersonRating, type Row } from './person-rating.tsx';

const readsOf = ({ params }: Where) => ({
  shift: read('GET /api/shifts/{shift}', { params: { shift: params.shift ?? '' } }),
});
type Shown = View<RatingWords, ReturnType<typeof readsOf>>;

export const ratingsPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: ratingWords,
  title: (words) => words.title,
  reads: readsOf,
  view: (view) => <Ratings {...view} />,
});

const isRatable = ({ state }: Row) => !['final', 'corrected', 'rejected'].includes(state);
type Ratings = Readonly<Record<string, Given>>;
const bestQuality = 5;

function Ratings({ words, where, data: { shift }, refresh }: Shown) {
  const { look, params } = where;
  const people = shift.records.filter(isRatable);
  const [given, setGiven] = useState<Ratings>({});
  const [results, setResults] = useState<readonly RowResult[]>([]);
  const ratings = bodyOf(given);
  const save = useAction(async () => {
    const body = { ratings };
    const { items } = await send('PUT /api/shifts/{shift}/ratings', { params: { shift: params.shift ?? '' }, body });
    setResults(items);
    await refresh();
    setGiven((now) => newerThan(given, now));
  });
  const ofOf = (row: Row): Given => given[row.volunteer] ?? row.rating ?? {};
  const saved = results.filter(isDone).length;
  return (
    <div class="max-w-3xl mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={[shift.shift.name, words.lead].join(' · ')}>
        <LinkButton kind="quiet" href={`/leader/shifts/${params.shift}`}>
          {words.back}
        </LinkButton>
      </Heading>
      {saved > 0 && <DoneNote>{words.saved(numberText(saved, look.language))}</DoneNote>}
      <LeftOut
        words={leaderWords[look.language]}
        look={look}
        rows={results.filter((row) => !isDone(row))}
        nameOf={(id) => shift.records.find(({ volunteer }) => volunteer === id)?.name ?? ''}
      />
      <Card>
        {people.length === 0 && <Empty title={words.nobody} />}
        <ul class="divide-y divide-line">
          {people.map((row) => (
            <PersonRating
              key={row.volunteer}
              words={words}
              name={row.name}
              given={ofOf(row)}
              onGive={(one) => setGiven({ ...given, [row.volunteer]: one })}
            />
          ))}
        </ul>
      </Card>
      {save.problem && <ProblemNote problem={save.problem} look={look} />}
      {people.length > 0 && (
        <div class="flex flex-wrap gap-2">
          <Button class="flex-1" disabled={save.isBusy || ratings.length === 0} onClick={() => save.run()}>
            {words.save(numberText(ratings.length, look.language))}
          </Button>
          <Button kind="quiet" onClick={() => setGiven(withBest(people, given, ofOf))}>
            {words.allFive}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What was chosen while the rest was being saved. */
const newerThan = (saved: Ratings, now: Ratings): Ratings =>
  Object.fromEntries(Object.entries(now).filter(([volunteer, one]) => saved[volunteer] !== one));

function withBest(people: readonly Row[], given: Ratings, ofOf: (row: Row) => Given): Ratings {
  const open = people.filter((row) => ofOf(row).quality === undefined);
  const best = open.map((row) => [row.volunteer, { ...ofOf(row), quality: bestQuality }] as const);
  return { ...given, ...Object.fromEntries(best) };
}

/** What was chosen on this page; a row without a number is not rated. */
function bodyOf(given: Ratings): BodyOf<'PUT /api/shifts/{shift}/ratings'>['ratings'] {
  return Object.entries(given).flatMap(([volunteer, { quality, tags = [] }]) =>
    quality === undefined ? [] : [{ volunteer, quality, tags: [...tags] }],
  );
}
