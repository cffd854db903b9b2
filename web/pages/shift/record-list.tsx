import { clockText, lastDayText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Badge } from '../../ui/card.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import type { ShiftWords } from '../../words/shift.ts';
import { stateTones } from './state-tones.ts';
import type { Row } from './view.ts';

interface ListGiven {
  readonly words: ShiftWords;
  readonly language: Language;
  readonly records: readonly Row[];
  readonly chosen: readonly string[];
  onChoose(chosen: readonly string[]): void;
  onAmend(row: Row): void;
}

/** Everybody of a shift: what came back first, what waits for the leader next. */
export const RecordList = ({ words, language, records, chosen, onChoose, onAmend }: ListGiven) => (
  <ul class="divide-y divide-line">
    {inOrder(records).map((row) => (
      <Person
        key={row.volunteer}
        words={words}
        language={language}
        row={row}
        isChosen={chosen.includes(row.volunteer)}
        onChoose={(isChosen) =>
          onChoose(isChosen ? [...chosen, row.volunteer] : chosen.filter((id) => id !== row.volunteer))
        }
        onAmend={() => onAmend(row)}
      />
    ))}
  </ul>
);

const order: readonly Row['state'][] = [
  'sent_back',
  'recorded',
  'confirmed',
  'objected',
  'published',
  'final',
  'corrected',
  'rejected',
];
const inOrder = (records: readonly Row[]) =>
  [...records].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));

/** Only what nobody approved yet can be confirmed or sent back. */
const isOpen = ({ state }: Row) => state === 'recorded' || state === 'confirmed';
const isAmendable = ({ state }: Row) => state === 'recorded' || state === 'sent_back';

interface PersonGiven extends Pick<ListGiven, 'words' | 'language'> {
  readonly row: Row;
  readonly isChosen: boolean;
  onChoose(isChosen: boolean): void;
  onAmend(): void;
}

const Person = ({ words, language, row, isChosen, onChoose, onAmend }: PersonGiven) => (
  <li class="py-1 flex flex-wrap items-center gap-x-3">
    {isOpen(row) && <TickBox label={words.chooseOf(row.name)} checked={isChosen} onChange={onChoose} />}
    <div class="flex-1 min-w-32 py-2">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-bold">{row.name}</span>
        <Badge tone={stateTones[row.state]}>{words.states[row.state]}</Badge>
      </p>
      <p class="text-sm text-soft">{timesOf(words, language, row)}</p>
      {row.reason && <p class="text-danger">{words.sentBackFor(row.reason)}</p>}
    </div>
    {isAmendable(row) && (
      <button type="button" class="link min-h-12 px-2" aria-label={words.amendOf(row.name)} onClick={onAmend}>
        {words.amend}
      </button>
    )}
  </li>
);

function timesOf(words: ShiftWords, language: Language, row: Row): string {
  const span = words.range(clockText(row.from, language), clockText(row.to, language));
  const credit = row.credit === 'stamp' ? words.stamp : words.minutes(numberText(row.minutes, language));
  const until = row.state === 'published' && row.dueAt ? words.untilFinal(lastDayText(row.dueAt, language)) : undefined;
  return [span, credit, until].filter(Boolean).join(' · ');
}
