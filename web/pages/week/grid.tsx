/** The boxes to tick: one day at a time on a phone, the whole week on a desk and on paper. */
import { useState } from 'preact/hooks';
import { HeadCell, Table } from '../../ui/table.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import type { WeekWords } from '../../words/week.ts';
import type { Member } from '../record/use-members.ts';
import { type Column, type Ticks, tickOf } from './sheet.ts';

interface GridGiven {
  readonly words: WeekWords;
  readonly columns: readonly Column[];
  readonly members: readonly Member[];
  readonly ticks: Ticks;
  /** The day a phone begins with, 0 is Monday. */
  readonly firstDay: number;
  onTick(keys: readonly string[], isThere: boolean): void;
}

type Shown = Omit<GridGiven, 'firstDay'> & {
  /** The class of a cell: on a phone only the chosen day's are seen. */
  seenOf(column: Pick<Column, 'weekday'>): string;
};

export function Grid({ firstDay, ...given }: GridGiven) {
  const { words, members } = given;
  const [day, setDay] = useState(firstDay);
  const shown = {
    ...given,
    seenOf: ({ weekday }: Pick<Column, 'weekday'>) => (weekday === day ? '' : 'hidden md:table-cell print:table-cell'),
  };
  return (
    <>
      <fieldset class="md:hidden print:hidden mb-3 flex gap-1">
        <legend class="sr-only">{words.chooseDay}</legend>
        {words.weekdays.map((name, weekday) => (
          <button
            key={name}
            type="button"
            class={`flex-1 min-h-12 rounded-xl border ${
              weekday === day ? 'bg-brand-soft border-brand font-bold' : 'bg-card border-line'
            }`}
            aria-pressed={weekday === day}
            onClick={() => setDay(weekday)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <Table label={words.whoTitle}>
        <Head {...shown} />
        {classesOf(members).map(([label, people]) => (
          <tbody key={label}>
            <tr>
              <th scope="rowgroup" colSpan={given.columns.length + 1} class="px-3 pt-4 pb-1 border-t border-line">
                {label}
              </th>
            </tr>
            {people.map((member) => (
              <Row key={member.volunteer} {...shown} member={member} />
            ))}
          </tbody>
        ))}
      </Table>
    </>
  );
}

const Head = (given: Shown) => (
  <thead>
    <tr>
      <HeadCell>{given.words.name}</HeadCell>
      {given.words.weekdays.map((name, weekday) => (
        <th key={name} scope="colgroup" colSpan={2} class={`px-1 py-2 text-center ${given.seenOf({ weekday })}`}>
          {name}
        </th>
      ))}
    </tr>
    <tr>
      <td />
      {given.columns.map((column) => (
        <ColumnHead key={tickOf('', column)} {...given} column={column} />
      ))}
    </tr>
  </thead>
);

function ColumnHead({ words, column, members, ticks, seenOf, onTick }: Shown & { column: Column }) {
  const { half, weekday, state, shift } = column;
  const [day = '', part] = [words.weekdays[weekday], words.halves[half]];
  const keys = members.map(({ volunteer }) => tickOf(volunteer, column));
  return (
    <th scope="col" class={`px-1 text-center text-sm font-normal text-soft ${seenOf(column)}`}>
      {part}
      <span class="flex justify-center print:hidden">
        {state === 'open' && (
          <TickBox
            label={words.allOf(day, part)}
            checked={keys.every((key) => ticks.has(key))}
            onChange={(isThere) => onTick(keys, isThere)}
          />
        )}
        {state === 'known' && (
          <a class="link min-h-12 grid place-items-center" href={`/leader/shifts/${shift}`}>
            <span class="sr-only">{words.knownOf(day, part)}</span>
            <span aria-hidden="true">{words.known}</span>
          </a>
        )}
        {state === 'not_yet' && <span class="min-h-12 grid place-items-center">{words.notYet}</span>}
      </span>
    </th>
  );
}

const Row = ({ words, columns, member, ticks, seenOf, onTick }: Shown & { member: Member }) => (
  <tr>
    <th scope="row" class="px-3 print:py-1 border-t border-line font-normal">
      {member.name}
    </th>
    {columns.map((column) => {
      const key = tickOf(member.volunteer, column);
      const isTicked = ticks.has(key);
      return (
        <td key={key} class={`border-t border-l border-line text-center ${seenOf(column)}`}>
          {column.state === 'open' && (
            <span class="flex justify-center print:hidden">
              <TickBox
                label={words.cellOf(member.name, words.weekdays[column.weekday] ?? '', words.halves[column.half])}
                checked={isTicked}
                onChange={(isThere) => onTick([key], isThere)}
              />
            </span>
          )}
          <span class="hidden print:inline">{isTicked ? '✓' : ''}</span>
        </td>
      );
    })}
  </tr>
);

function classesOf(members: readonly Member[]): [label: string, people: Member[]][] {
  const classes = new Map<string, Member[]>();
  for (const member of members) classes.set(member.class, [...(classes.get(member.class) ?? []), member]);
  return [...classes];
}
