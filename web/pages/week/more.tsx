/** What is said once for the whole week: why it is entered late, preparation, and parents who came along. */
import type { Where } from '../../page.ts';
import { Card } from '../../ui/card.tsx';
import { recordingWords } from '../../words/recording.ts';
import { Accompanied, MakeUpReason, Preparation } from '../record/for-everybody.tsx';
import type { Draft } from '../record/form.ts';

interface MoreGiven {
  readonly where: Where;
  readonly form: {
    readonly draft: Draft;
    readonly mayBeLate: boolean;
    change(changed: Partial<Draft>): void;
  };
}

export function More({ where, form: { draft, mayBeLate, change } }: MoreGiven) {
  const field = { words: recordingWords[where.look.language], draft, onChange: change };
  return (
    <div class="print:hidden">
      <Card>
        <div class="grid gap-4 md:grid-cols-2">
          {mayBeLate && <MakeUpReason {...field} />}
          <Preparation {...field} />
          <Accompanied {...field} />
        </div>
      </Card>
    </div>
  );
}
