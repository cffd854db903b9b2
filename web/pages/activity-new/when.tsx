import { dayOf } from '../../format.ts';
import { TextField } from '../../ui/field.tsx';
import { TickField } from '../../ui/tick-field.tsx';
import type { ActivityWords } from '../../words/activities.ts';
import type { Known } from './given.ts';

interface WhenGiven {
  readonly words: ActivityWords;
  readonly known: Known | undefined;
  readonly now: number;
  readonly isDuty: boolean;
  setDuty(isDuty: boolean): void;
}
const dayMs = 86_400_000;
const workingWeek = [1, 2, 3, 4, 5];

export function When({ words, known, now, isDuty, setDuty }: WhenGiven) {
  const tomorrow = dayOf(now + dayMs);
  return (
    <div class="flex flex-col gap-4">
      <fieldset class="flex flex-wrap gap-x-6">
        <legend class="sr-only">{words.whenTitle}</legend>
        {[false, true].map((choice) => (
          <label key={String(choice)} class="flex items-center gap-3 min-h-12">
            <input
              type="radio"
              name="kind"
              class="size-6 accent-fill"
              checked={isDuty === choice}
              onChange={() => setDuty(choice)}
            />
            {choice ? words.repeated : words.once}
          </label>
        ))}
      </fieldset>
      {isDuty ? (
        <Dates words={words} known={known} tomorrow={tomorrow} />
      ) : (
        <TextField label={words.day} name="day" type="date" min={tomorrow} required />
      )}
      <Span words={words} row={0} span={known?.duty?.spans[0]} />
      {isDuty && (
        <fieldset>
          <legend class="text-soft mb-1">{words.second}</legend>
          <Span words={words} row={1} span={known?.duty?.spans[1]} />
        </fieldset>
      )}
    </div>
  );
}

const Dates = ({ words, known, tomorrow }: Pick<WhenGiven, 'words' | 'known'> & { tomorrow: string }) => (
  <>
    <fieldset class="flex flex-wrap gap-x-4">
      <legend class="sr-only">{words.repeated}</legend>
      {words.weekdays.map((name, at) => (
        <TickField
          key={name}
          name="weekdays"
          value={at + 1}
          ticked={(known?.duty?.weekdays ?? workingWeek).includes(at + 1)}
        >
          {name}
        </TickField>
      ))}
    </fieldset>
    <TickField name="schoolDays" ticked={known?.duty?.schoolDays ?? true}>
      {words.schoolDays}
    </TickField>
    <div class="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3">
      <TextField label={words.first} name="first" type="date" min={tomorrow} required />
      <TextField label={words.last} name="last" type="date" min={tomorrow} required />
    </div>
  </>
);

interface SpanGiven {
  readonly words: ActivityWords;
  readonly row: number;
  readonly span: { readonly from: string; readonly to: string } | undefined;
}
const Span = ({ words, row, span }: SpanGiven) => (
  <div class="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-3">
    <TextField label={words.from} name={`from${row}`} type="time" value={span?.from} required={row === 0} />
    <TextField label={words.to} name={`to${row}`} type="time" value={span?.to} required={row === 0} />
  </div>
);
