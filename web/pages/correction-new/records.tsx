/** The final records of a shift, and the form that says how much one of them should count. */
import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty } from '../../ui/card.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ChangesWords } from '../../words/changes.ts';
import { FindDialog } from './find-dialog.tsx';

type Shown = AnswerOf<'GET /api/shifts/{shift}'>;
type Kept = Shown['records'][number];
interface Told {
  readonly words: ChangesWords;
  readonly look: Look;
}

const isRefuted = ({ state }: Kept) => state === 'rejected' || state === 'corrected';
const mayCorrect = ({ state, minutes }: Kept) => (state === 'final' || state === 'corrected') && minutes > 0;

interface RecordsGiven extends Told {
  readonly shown: Shown;
  /** May say that a record was made up on purpose. */
  readonly mayFind: boolean;
}

export function Records({ shown: { shift, records }, words, look, mayFind }: RecordsGiven) {
  const [chosen, setChosen] = useState<Kept>();
  const [isSent, setSent] = useState(false);
  const listed = records.filter((record) => mayCorrect(record) || (mayFind && isRefuted(record)));
  return (
    <div class="grid gap-4">
      {isSent && <DoneNote>{words.sent}</DoneNote>}
      <Card title={`${shift.name} · ${dayText(shift.from, look.language)}`}>
        {listed.length === 0 ? (
          <Empty title={words.noRecords}>
            <p>{words.noRecordsNext}</p>
          </Empty>
        ) : (
          <p class="text-soft">{words.chooseRecord}</p>
        )}
        <ul class="divide-y divide-line">
          {listed.map((record) => (
            <li key={record.volunteer} class="py-2 flex flex-wrap items-center justify-between gap-2">
              <span>
                <span class="block font-bold">{record.name}</span>
                <span class="text-sm text-soft">{nowText(record, words, look)}</span>
              </span>
              <span class="flex flex-wrap gap-2">
                {mayFind && isRefuted(record) && (
                  <FindDialog record={record} words={words} look={look} onSent={() => setSent(true)} />
                )}
                {mayCorrect(record) && (
                  <Button kind="quiet" aria-label={words.correctOf(record.name)} onClick={() => setChosen(record)}>
                    {words.correct}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {chosen && (
        <CorrectDialog
          record={chosen}
          words={words}
          look={look}
          onClose={() => setChosen(undefined)}
          onSent={() => {
            setChosen(undefined);
            setSent(true);
          }}
        />
      )}
    </div>
  );
}

const nowText = ({ minutes, points = 0 }: Kept, words: ChangesWords, { language }: Look) =>
  words.now(numberText(minutes, language), numberText(points, language));

interface DialogGiven extends Told {
  readonly record: Kept;
  onClose(): void;
  onSent(): void;
}

function CorrectDialog({ record, words, look, onClose, onSent }: DialogGiven) {
  const { shift, volunteer, name, minutes } = record;
  const propose = useAction(async (form: FormData) => {
    const body = { shift, volunteer, minutes: Number(fieldText(form, 'minutes')), reason: fieldText(form, 'reason') };
    await send('POST /api/corrections', { body });
    onSent();
  });
  const labels = { save: words.send, cancel: words.cancel };
  return (
    <FormDialog title={words.correctOf(name)} labels={labels} look={look} action={propose} onClose={onClose}>
      <p class="text-soft">{nowText(record, words, look)}</p>
      <TextField
        label={words.newMinutes}
        hint={words.newMinutesHint}
        name="minutes"
        type="number"
        inputMode="numeric"
        min={0}
        max={minutes - 1}
        required
      />
      <TextArea label={words.reason} name="reason" rows={3} maxLength={200} required />
    </FormDialog>
  );
}
