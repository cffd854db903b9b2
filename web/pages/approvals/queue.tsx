/** The queue in two groups: what needs a look comes first, what went as planned is approved with one tap. */
import type { ComponentChildren } from 'preact';
import type { AnswerOf } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import type { Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { NothingWaits } from '../../ui/nothing-waits.tsx';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { shellWords } from '../../words/shell.ts';
import { ApproveAll } from './approve-all.tsx';
import { JustApproved, Stopped } from './just-approved.tsx';
import { KeysHelp, onKeys } from './keys.tsx';
import { isLate, type Queued } from './queued.ts';
import { Row } from './row.tsx';
import { type Runs, useRuns } from './runs.ts';
import { unitsWithin } from './units.ts';

interface QueueGiven {
  readonly where: Where;
  readonly words: ApprovalsWords;
  readonly data: {
    readonly queue: AnswerOf<'GET /api/approvals'>;
    /** Of the chosen unit. */
    readonly figures?: AnswerOf<'GET /api/figures'> | undefined;
    readonly units: AnswerOf<'GET /api/units'>;
  };
}

export function Queue({ where, words, data: { queue, figures, units } }: QueueGiven) {
  const { language } = where.look;
  const runs = useRuns(where.session?.account ?? '');
  const shown = queue.items;
  const exceptions = shown.filter(({ asPlanned }) => !asPlanned);
  const planned = shown.filter(({ asPlanned }) => asPlanned);
  const people = shown.reduce((sum, shift) => sum + shift.people, 0);
  const note = words.note(numberText(shown.length, language), numberText(people, language));
  return (
    <div class="max-w-4xl mx-auto">
      <Heading title={words.title} note={shown.length > 0 ? note : undefined}>
        <LinkButton kind="quiet" href="/certificates">
          {words.certificates}
        </LinkButton>
      </Heading>
      <UnitChoice where={where} words={words} units={units.items} />
      {figures && <Objections words={words} look={where.look} figures={figures} />}
      <Stopped runs={runs} look={where.look} words={words} />
      <JustApproved runs={runs} look={where.look} words={words} inQueue={new Set(shown.map(({ id }) => id))} />
      {shown.length === 0 ? (
        <Card>
          <NothingWaits where={where} title={words.emptyTitle} next={words.emptyNext} />
        </Card>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the rows, which take the focus.
        <div class="flex flex-col gap-6" onKeyDown={onKeys(runs, shown)}>
          <Oldest where={where} words={words} shifts={shown} />
          <Group
            title={words.exceptionsTitle}
            note={words.exceptionsNote}
            shifts={exceptions}
            {...{ words, where, runs }}
          />
          <Group title={words.plannedTitle} note={words.plannedNote} shifts={planned} {...{ words, where, runs }}>
            <ApproveAll shifts={planned} runs={runs} words={words} look={where.look} />
          </Group>
          <KeysHelp words={words} />
        </div>
      )}
      <Turn path={where.path} query={where.query} next={queue.next} labels={shellWords[language]} />
    </div>
  );
}

interface UnitChoiceGiven {
  readonly where: Where;
  readonly words: ApprovalsWords;
  readonly units: AnswerOf<'GET /api/units'>['items'];
}

/** Whoever stands above several units looks at one unit's queue at a time. */
function UnitChoice({ where: { query, session }, words, units }: UnitChoiceGiven) {
  const own = session?.post.unit ?? '';
  const within = unitsWithin(units, own);
  if (within.length < 2) return null;
  const below = within.filter(({ id }) => id !== own);
  return (
    <Filter label={words.unitGo} submit={words.unitGo}>
      <ChoiceField
        label={words.unit}
        name="unit"
        chosen={query.unit ?? below[0]?.id}
        choices={below.map(({ id, name }) => [id, name])}
      />
    </Filter>
  );
}

interface ObjectionsGiven {
  readonly words: ApprovalsWords;
  readonly look: Look;
  readonly figures: AnswerOf<'GET /api/figures'>;
}

/** An approver's first page says that objections wait, which are decided on elsewhere. */
const Objections = ({ words, look: { language }, figures: { unit, waiting } }: ObjectionsGiven) =>
  waiting.objected === 0 ? null : (
    <p class="mb-4 p-4 rounded-xl bg-gold-soft text-gold flex flex-wrap items-center gap-x-4">
      <strong>{words.objections(numberText(waiting.objected, language))}</strong>
      <a href={`/objections?unit=${unit}`} class="link inline-flex items-center min-h-12">
        {words.goObjections}
      </a>
    </p>
  );

/** Sorts what is due first, then what waits longest. */
const ageOf = ({ deadline, to }: Queued) => `${deadline} ${to}`;

/** The one evening notice: since when the oldest waits, and by when it is due. */
function Oldest({ where, words, shifts }: { where: Where; words: ApprovalsWords; shifts: readonly Queued[] }) {
  const [oldest] = [...shifts].sort((one, other) => ageOf(one).localeCompare(ageOf(other)));
  if (!oldest) return null;
  const { language } = where.look;
  const say = isLate(oldest, where.now) ? words.oldestLate : words.oldest;
  return (
    <p class="p-4 rounded-xl bg-info-soft text-info font-bold">
      {say(dayText(oldest.to, language), dayText(oldest.deadline, language))}
    </p>
  );
}

interface GroupGiven {
  readonly title: string;
  readonly note: string;
  readonly shifts: readonly Queued[];
  readonly where: Where;
  readonly words: ApprovalsWords;
  readonly runs: Runs;
  readonly children?: ComponentChildren;
}

const Group = ({ title, note, shifts, where, words, runs, children }: GroupGiven) =>
  shifts.length === 0 ? null : (
    <section>
      <div class="flex flex-wrap items-end justify-between gap-3 mb-3">
        <div>
          <h2 class="text-lg font-bold">{`${title} · ${shifts.length}`}</h2>
          <p class="text-soft">{note}</p>
        </div>
        {children}
      </div>
      <ul class="flex flex-col gap-3">
        {shifts.map((shift) => (
          <Row key={shift.id} shift={shift} run={runs.of(shift.id)} runs={runs} where={where} words={words} />
        ))}
      </ul>
    </section>
  );
