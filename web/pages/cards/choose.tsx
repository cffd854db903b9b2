/** Whose cards are made: those who can use one and have none in use are ticked already. */
import { useEffect, useState } from 'preact/hooks';
import type { AnswerOf, ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { isBlocked, readClass } from '../../class-list.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProofNote } from '../../ui/proof-note.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import type { Cards, ClassPupil } from './shown.ts';

type Listed = Pick<ClassPupil, 'id' | 'name' | 'number' | 'consent' | 'activated'>;

interface ChooseGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly chosen: ItemOf<'GET /api/classes'>;
  /** The class's first page. */
  readonly first: AnswerOf<'GET /api/volunteers'>;
  onMade(cards: Cards): void;
}

/** Cards that one request makes. */
const cardsAtOnce = 60;

export function Choose({ words, where, chosen, first, onMade }: ChooseGiven) {
  const { pupils, ticked, setTicked } = usePupils(where, chosen.id, first);
  // Without consent a pupil's card has the guardian's part alone.
  const able = pupils;
  const count = numberText(ticked.size, where.look.language);
  const make = useAction(async () => {
    const made = await makeCards(chosen.id, [...ticked]);
    const isLeftOut = (one: Listed) => isBlocked(one) || made.leftOut.has(one.id);
    onMade({ ...made, leftOut: pupils.filter(isLeftOut).map(({ name }) => name) });
  });
  const tick = (id: string, isTicked: boolean) =>
    setTicked(new Set(isTicked ? [...ticked, id] : [...ticked].filter((other) => other !== id)));
  const isAll = able.length > 0 && able.every(({ id }) => ticked.has(id));
  return (
    <Card
      title={words.cardsOf(chosen.label)}
      aside={
        <LinkButton kind="quiet" href={`${where.path}?unit=${chosen.school}`}>
          {words.more}
        </LinkButton>
      }
      class="flex flex-col gap-3"
    >
      <div class="flex gap-3 p-4 rounded-xl bg-gold-soft text-gold">
        <Icon of={icons.warn} />
        <div>
          <p class="font-bold">{words.once}</p>
          <p>{words.onceNext}</p>
        </div>
      </div>
      <TickBox checked={isAll} onChange={(isTicked) => setTicked(new Set(isTicked ? able.map(({ id }) => id) : []))}>
        <span class="font-bold">{words.chooseEveryone}</span>
      </TickBox>
      <ul class="grid gap-x-6 md:grid-cols-2 xl:grid-cols-3">
        {pupils.map((pupil) => (
          <PupilLine
            key={pupil.id}
            words={words}
            pupil={pupil}
            isTicked={ticked.has(pupil.id)}
            onTick={(isTicked) => tick(pupil.id, isTicked)}
          />
        ))}
      </ul>
      <ProofNote where={where} problem={make.problem} />
      <Button class="self-start" disabled={make.isBusy || ticked.size === 0} onClick={() => make.run()}>
        {make.isBusy ? words.working : words.makeCards(count)}
      </Button>
    </Card>
  );
}

interface PupilLineGiven {
  readonly words: SchoolWords;
  readonly pupil: Listed;
  readonly isTicked: boolean;
  onTick(isTicked: boolean): void;
}

const PupilLine = ({ words, pupil: { name, number, consent, activated }, isTicked, onTick }: PupilLineGiven) => (
  <li class="border-t border-line">
    <TickBox checked={isTicked} onChange={onTick}>
      <span class="flex-1 min-w-0">
        <span class="block font-bold">{name}</span>
        <span class="block text-sm text-soft tabular-nums">{number}</span>
      </span>
      {consent === 'missing' || consent === 'withdrawn' ? (
        <Badge tone="gold">{words.consents[consent]}</Badge>
      ) : (
        activated && <Badge tone="good">{words.activated}</Badge>
      )}
    </TickBox>
  </li>
);

/** The class as it was rendered, and the rest of a class larger than a page. */
function usePupils(where: Where, classId: string, first: ChooseGiven['first']) {
  const only = where.query.only?.split(',');
  const isDue = (one: Listed) => !isBlocked(one) && (only ? only.includes(one.id) : !one.activated);
  const dueAmong = (pupils: readonly Listed[]) => new Set(pupils.filter(isDue).map(({ id }) => id));
  const [pupils, setPupils] = useState<readonly Listed[]>(first.items);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(dueAmong(first.items));
  const rest = useAction(async () => {
    const all = await readClass(classId);
    setPupils(all);
    setTicked(dueAmong(all));
  });
  useEffect(() => {
    if (first.next) rest.run();
  }, []);
  return { pupils, ticked, setTicked };
}

async function makeCards(classId: string, volunteers: readonly string[]) {
  const made: AnswerOf<'POST /api/classes/{class}/activation-codes'>[] = [];
  for (let start = 0; start < volunteers.length; start += cardsAtOnce) {
    const body = { volunteers: volunteers.slice(start, start + cardsAtOnce) };
    made.push(await send('POST /api/classes/{class}/activation-codes', { params: { class: classId }, body }));
  }
  return {
    school: made[0]?.school ?? '',
    items: made.flatMap(({ items }) => items),
    guardianCards: made.flatMap(({ guardianCards }) => guardianCards),
    leftOut: new Set(made.flatMap(({ leftOut }) => leftOut.map(({ id }) => id))),
  };
}
