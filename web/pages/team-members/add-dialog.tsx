/** Adds pupils to a team, a class at a time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type AnswerOf, type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import { isBlocked, readClass } from '../../class-list.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';

type SchoolClass = ItemOf<'GET /api/classes'>;
type Pupil = ItemOf<'GET /api/classes/{class}/volunteers'>;

interface AddGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly team: AnswerOf<'GET /api/teams/{team}'>;
  /** Members that the page shows. */
  readonly known: ReadonlySet<string>;
  onAdded(count: number): Promise<void>;
  onClose(): void;
}

/** People that one request brings into a team or out of it. */
export const peopleAtOnce = 45;

export function AddDialog({ words, where, team, known, onAdded, onClose }: AddGiven) {
  const { classes, pupils, chosen, choose, loading } = useClasses(team.unit);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const add = useAction(async () => onAdded(await join(team.id, [...ticked])));
  const able = pupils.filter((one) => !isBlocked(one) && !known.has(one.id)).map(({ id }) => id);
  const problem = add.problem ?? loading.problem;
  return (
    <Dialog title={words.addMembers} onClose={onClose}>
      <div class="flex flex-col gap-3">
        <SelectField
          label={words.addFrom}
          value={chosen}
          disabled={classes.length === 0}
          onChange={(event) => {
            setTicked(new Set());
            choose(event.currentTarget.value);
          }}
        >
          {classes.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        {able.length > 0 && (
          <TickBox
            checked={able.every((id) => ticked.has(id))}
            onChange={(isTicked) => setTicked(new Set(isTicked ? able : []))}
          >
            <span class="font-bold">{words.chooseEveryone}</span>
          </TickBox>
        )}
        <Candidates words={words} pupils={pupils} known={known} ticked={ticked} onTick={setTicked} />
        {problem && <ProblemNote problem={problem} look={where.look} />}
        <div class="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button disabled={add.isBusy || ticked.size === 0} onClick={() => add.run()}>
            {add.isBusy ? words.working : words.addDo(numberText(ticked.size, where.look.language))}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface CandidatesGiven extends Pick<AddGiven, 'words' | 'known'> {
  readonly pupils: readonly Pupil[];
  readonly ticked: ReadonlySet<string>;
  onTick(ticked: ReadonlySet<string>): void;
}

const Candidates = ({ words, pupils, known, ticked, onTick }: CandidatesGiven) => (
  <ul class="max-h-60 overflow-y-auto">
    {pupils.map(({ id, name, number, consent }) => (
      <li key={id} class="border-t border-line">
        <TickBox
          checked={ticked.has(id)}
          disabled={isBlocked({ consent }) || known.has(id)}
          onChange={(isTicked) => onTick(new Set(isTicked ? [...ticked, id] : [...ticked].filter((one) => one !== id)))}
        >
          <span class="flex-1 min-w-0">
            <span class="block font-bold">{name}</span>
            <span class="block text-sm text-soft tabular-nums">{number}</span>
          </span>
          {known.has(id) && <Badge tone="good">{words.isMember}</Badge>}
          {!known.has(id) && isBlocked({ consent }) && <Badge tone="gold">{words.consents.missing}</Badge>}
        </TickBox>
      </li>
    ))}
  </ul>
);

/** The school's classes, and the pupils of the chosen one: the first, until another one is chosen. */
function useClasses(school: string) {
  const [classes, setClasses] = useState<readonly SchoolClass[]>([]);
  const [chosen, setChosen] = useState('');
  const [pupils, setPupils] = useState<readonly Pupil[]>([]);
  const wanted = useRef<string>(undefined);
  const loading = useAction(async () => {
    const known = classes.length > 0 ? classes : await readClasses(school);
    setClasses(known);
    wanted.current ??= known[0]?.id;
    // Another class may be chosen while this one is on its way.
    for (let shown: string | undefined; shown !== wanted.current; ) {
      shown = wanted.current ?? '';
      setChosen(shown);
      setPupils(await readClass(shown));
    }
  });
  const choose = (id: string) => {
    wanted.current = id;
    setChosen(id);
    loading.run();
  };
  useEffect(() => loading.run(), []);
  return { classes, pupils, chosen, choose, loading };
}

const readClasses = async (school: string) =>
  (await fetchRead<'GET /api/classes'>(pathOf('GET /api/classes', { query: { school } }))).items;

/** @returns how many are members now */
async function join(team: string, volunteers: readonly string[]): Promise<number> {
  let joined = 0;
  for (let start = 0; start < volunteers.length; start += peopleAtOnce) {
    const body = { volunteers: volunteers.slice(start, start + peopleAtOnce) };
    const { items } = await send('POST /api/teams/{team}/members', { params: { team }, body });
    joined += items.filter(({ outcome }) => outcome === 'done').length;
  }
  return joined;
}
