import type { ItemOf } from '../../api/read.ts';
import { clockText, dayText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Badge } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { lateWords } from '../../words/late.ts';
import type { LeaderHomeWords } from '../../words/leader-home.ts';
import { stateTones } from '../shift/state-tones.ts';

type Shift = ItemOf<'GET /api/shifts'>;
const states = [
  'sent_back',
  'recorded',
  'confirmed',
  'published',
  'objected',
  'final',
  'corrected',
  'rejected',
] as const;

interface ListGiven {
  readonly words: LeaderHomeWords;
  readonly language: Language;
  readonly shifts: readonly Shift[];
  /** What to do about each of them. */
  readonly action?: string;
}

export const ShiftList = ({ words, language, shifts, action }: ListGiven) => (
  <ul class="divide-y divide-line">
    {shifts.map((shift) => (
      <li key={shift.id}>
        <a href={`/leader/shifts/${shift.id}`} class="py-3 min-h-12 flex items-center gap-3 rounded-lg hover:bg-page">
          <span class="flex-1 min-w-0">
            <span class="block font-bold">{shift.name}</span>
            <When words={words} language={language} shift={shift} />
            <Counts words={words} language={language} counts={shift.counts} />
            {(shift.asked || shift.late) && (
              <span class="mt-1 flex flex-wrap gap-2">
                {shift.late && <Badge tone="bad">{lateWords[language].late[shift.late]}</Badge>}
                {shift.asked && (
                  <Badge tone="gold">{lateWords[language].askedBy(numberText(shift.asked, language))}</Badge>
                )}
              </span>
            )}
            {(action ? shift.reasons : [])?.map((reason) => (
              <span key={reason} class="block mt-1 text-danger">
                {words.sentBackFor(reason)}
              </span>
            ))}
          </span>
          {action && <span class="link whitespace-nowrap">{action}</span>}
          <Icon of={icons.right} class="size-5 text-soft" />
        </a>
      </li>
    ))}
  </ul>
);

const When = ({ words, language, shift: { from, to, place } }: Omit<ListGiven, 'shifts'> & { shift: Shift }) => (
  <span class="flex flex-wrap gap-x-3 text-sm text-soft">
    <span>{dayText(from, language)}</span>
    <span>{words.range(clockText(from, language), clockText(to, language))}</span>
    <span>{place}</span>
  </span>
);

const Counts = ({ words, language, counts }: Omit<ListGiven, 'shifts'> & Pick<Shift, 'counts'>) => (
  <span class="mt-1 flex flex-wrap gap-2">
    {states.map((state) => {
      const count = counts[state];
      return count ? (
        <Badge key={state} tone={stateTones[state]}>
          {words.stateCount(words.states[state], numberText(count, language))}
        </Badge>
      ) : null;
    })}
  </span>
);
