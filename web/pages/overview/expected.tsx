import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { PupilsField } from '../../ui/pupils-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { FiguresWords } from '../../words/figures.ts';

interface ExpectedGiven {
  readonly words: FiguresWords;
  readonly look: Look;
  readonly school: ItemOf<'GET /api/figures/start'>;
  refresh(): Promise<void>;
}

/** How many pupils the school has, so that the checklist can tell who is missing on the roster. */
export function Expected({ words, look, school, refresh }: ExpectedGiven) {
  const [isAsking, setAsking] = useState(false);
  const say = useAction(async (form: FormData) => {
    const body = { pupilsExpected: Number(fieldText(form, 'pupilsExpected')) };
    await send('PUT /api/schools/{school}/pupils', { params: { school: school.unit }, body });
    setAsking(false);
    await refresh();
  });
  return (
    <>
      <Button kind="quiet" class="mt-3 print:hidden" onClick={() => setAsking(true)}>
        {words.expected}
      </Button>
      {isAsking && (
        <FormDialog title={words.expected} labels={words} look={look} action={say} onClose={() => setAsking(false)}>
          <PupilsField
            label={words.expectedLabel}
            hint={words.expectedHint}
            value={school.pupilsExpected ?? 0}
            required
          />
        </FormDialog>
      )}
    </>
  );
}
