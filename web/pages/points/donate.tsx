/** Gives points to the school's public pool: said twice, because nobody gives them back. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { PointsWords } from '../../words/points.ts';

interface DonateGiven {
  readonly words: PointsWords;
  readonly look: Look;
  readonly available: number;
  refresh(): Promise<void>;
}

export function Donate({ words, look, available, refresh }: DonateGiven) {
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState(0);
  const donate = useAction(async (form: FormData) => {
    const { donated } = await send('POST /api/donations', { body: { points: Number(fieldText(form, 'points')) } });
    setOpen(false);
    setGiven(donated);
    await refresh();
  });
  const labels = { save: words.donateSend, cancel: words.donateCancel };
  return (
    <>
      {given > 0 && <DoneNote>{words.donated(numberText(given, look.language))}</DoneNote>}
      {available > 0 && (
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {words.donate}
        </Button>
      )}
      {isOpen && (
        <FormDialog title={words.donate} labels={labels} look={look} action={donate} onClose={() => setOpen(false)}>
          <p class="text-soft">{words.donateText}</p>
          <TextField
            label={words.donatePoints}
            name="points"
            type="number"
            inputMode="numeric"
            min={1}
            max={available}
            required
          />
        </FormDialog>
      )}
    </>
  );
}
