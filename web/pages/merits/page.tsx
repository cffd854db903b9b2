/** A leader or the school registers a training, an award or a skill for several people, and takes back a mistake. */
import { useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { leaderWords } from '../../words/leader.ts';
import { type MeritWords, meritWords } from '../../words/merits.ts';
import { shellWords } from '../../words/shell.ts';
import { isDone, LeftOut, type RowResult } from '../shift/left-out.tsx';
import { Fields, type Kind, register } from './fields.tsx';
import { Registered } from './registered.tsx';

const peopleMax = 50;
const readsOf = ({ query, session }: Where) => {
  const isLeader = session?.post.role === 'leader';
  const params = { team: session?.post.scope ?? '' };
  return {
    members: isLeader
      ? read('GET /api/teams/{team}/members', { params, query: { limit: peopleMax, cursor: query.cursor } })
      : undefined,
    classes: isLeader ? undefined : read('GET /api/classes', { query: { school: session?.post.unit } }),
    registered: query.of
      ? read('GET /api/volunteers/{volunteer}/merits', {
          params: { volunteer: query.of },
          query: { cursor: query.before },
        })
      : undefined,
    pupils: query.class
      ? read('GET /api/classes/{class}/volunteers', { params: { class: query.class }, query: { cursor: query.cursor } })
      : undefined,
  };
};
type Shown = View<MeritWords, ReturnType<typeof readsOf>>;

export const meritsPage = definePage({
  allow: ['leader', 'unit_admin'],
  frame: 'app',
  words: meritWords,
  title: (words) => words.title,
  reads: readsOf,
  view: (view) => <Merits {...view} />,
});

interface Person {
  readonly id: string;
  readonly name: string;
}
const peopleIn = ({ members, pupils }: Shown['data']): readonly Person[] => [
  ...(members?.items ?? []).map(({ volunteer, name }) => ({ id: volunteer, name })),
  ...(pupils?.items ?? []).map(({ id, name }) => ({ id, name })),
];

function Merits({ words, where, data, refresh }: Shown) {
  const { look, query } = where;
  const people = peopleIn(data);
  const [kind, setKind] = useState<Kind>('training');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [results, setResults] = useState<readonly RowResult[]>([]);
  const save = useAction(async (form: FormData) => {
    setResults(await register(form, kind, chosen));
    setChosen([]);
    await refresh();
  });
  const saved = results.filter(isDone).length;
  return (
    <div class="max-w-3xl mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={words.lead} />
      {data.classes && <ClassChoice words={words} chosen={query.class} classes={data.classes.items} />}
      {saved > 0 && <DoneNote>{words.saved(numberText(saved, look.language))}</DoneNote>}
      <LeftOut
        words={leaderWords[look.language]}
        look={look}
        rows={results.filter((row) => !isDone(row))}
        nameOf={(one) => people.find(({ id }) => id === one)?.name ?? ''}
      />
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.run(new FormData(event.currentTarget));
        }}
      >
        <Fields words={words} now={where.now} kind={kind} onKind={setKind} />
        <People words={words} people={people} chosen={chosen} onChoose={setChosen} />
        <Turn
          path={where.path}
          query={query}
          next={data.members?.next ?? data.pupils?.next}
          labels={shellWords[look.language]}
        />
        {save.problem && <ProblemNote problem={save.problem} look={look} />}
        <Button type="submit" wide disabled={save.isBusy || chosen.length === 0}>
          {words.save(numberText(chosen.length, look.language))}
        </Button>
      </form>
      <Registered words={words} where={where} people={people} registered={data.registered} refresh={refresh} />
    </div>
  );
}

interface PeopleGiven {
  readonly words: MeritWords;
  readonly people: readonly Person[];
  readonly chosen: readonly string[];
  onChoose(chosen: readonly string[]): void;
}

const People = ({ words, people, chosen, onChoose }: PeopleGiven) => (
  <Card
    title={words.who}
    aside={
      people.length > 0 && (
        <Button kind="quiet" onClick={() => onChoose(chosen.length > 0 ? [] : people.map(({ id }) => id))}>
          {chosen.length > 0 ? words.none : words.all}
        </Button>
      )
    }
  >
    {people.length === 0 && <Empty title={words.nobody} />}
    <ul class="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-2">
      {people.map(({ id, name }) => (
        <li key={id}>
          <TickBox
            checked={chosen.includes(id)}
            onChange={(isThere) => onChoose(isThere ? [...chosen, id] : chosen.filter((one) => one !== id))}
          >
            {name}
          </TickBox>
        </li>
      ))}
    </ul>
  </Card>
);

interface ChoiceGiven {
  readonly words: MeritWords;
  readonly chosen: string | undefined;
  readonly classes: readonly { readonly id: string; readonly label: string }[];
}

const ClassChoice = ({ words, chosen, classes }: ChoiceGiven) => (
  <Filter label={words.classGo} submit={words.classGo}>
    <ChoiceField
      label={words.class}
      name="class"
      chosen={chosen}
      choices={classes.map(({ id, label }) => [id, label])}
    />
  </Filter>
);
