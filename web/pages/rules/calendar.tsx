import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { RulesWords } from '../../words/rules.ts';

type CalendarDay = ItemOf<'GET /api/calendar'>;

interface CalendarGiven {
  readonly words: RulesWords;
  readonly look: Look;
  readonly days: readonly CalendarDay[];
  readonly isOurs: boolean;
  onSaved(said: string): Promise<void>;
}

/** The days on which this district differs from the country. */
export function Calendar({ words, look, days, isOurs, onSaved }: CalendarGiven) {
  const [isAdding, setAdding] = useState(false);
  const add = isOurs && (
    <Button kind="quiet" onClick={() => setAdding(true)}>
      {words.addDay}
    </Button>
  );
  return (
    <Card class="mb-4 break-inside-avoid" title={<span id="calendar">{words.calendar}</span>} aside={add}>
      <p class="text-soft">{words.calendarNote}</p>
      {days.length === 0 && <p class="mt-3 font-bold">{words.calendarEmpty}</p>}
      <ul class="divide-y divide-line">
        {days.map(({ day, kind, name }) => (
          <li key={day} class="py-3 flex flex-wrap items-center gap-3">
            <span class="font-bold">{dayText(day, look.language)}</span>
            <Badge tone={kind === 'working' ? 'info' : 'gold'}>{words.dayKinds[kind]}</Badge>
            <span class="text-soft">{name}</span>
          </li>
        ))}
      </ul>
      {isAdding && (
        <DayDialog
          words={words}
          look={look}
          onClose={() => setAdding(false)}
          onSaved={async (said) => {
            setAdding(false);
            await onSaved(said);
          }}
        />
      )}
    </Card>
  );
}

const kinds = ['holiday', 'working'] as const;

interface DayGiven extends Pick<CalendarGiven, 'words' | 'look' | 'onSaved'> {
  onClose(): void;
}

function DayDialog({ words, look, onClose, onSaved }: DayGiven) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('holiday');
  const set = useAction(async (form: FormData) => {
    const name = fieldText(form, 'name');
    const body = { day: fieldText(form, 'day'), kind, ...(name && { name }) };
    const said = await send('POST /api/calendar', { body });
    await onSaved(words.daySaved(dayText(said.day, look.language), words.dayKinds[said.kind]));
  });
  return (
    <FormDialog title={words.addDay} labels={words} look={look} action={set} onClose={onClose}>
      <TextField label={words.day} type="date" name="day" required />
      <Tabs label={words.dayKind} names={kinds} labels={words.dayKinds} chosen={kind} onChoose={setKind} />
      <TextField label={words.dayName} hint={words.dayNameHint} name="name" maxLength={40} />
    </FormDialog>
  );
}
