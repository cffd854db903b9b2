import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { asSheet, shrinkPhoto } from '../../photo.ts';
import { Card } from '../../ui/card.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Warning } from '../../ui/warning.tsx';
import type { ShiftWords } from '../../words/shift.ts';

interface PhotoGiven {
  readonly words: ShiftWords;
  readonly where: Where;
  readonly shift: ItemOf<'GET /api/shifts'>;
}

/** The photo of the paper that participants signed; it can be taken until somebody approved. */
export function Photo({ words, where, shift }: PhotoGiven) {
  const [photo, setPhoto] = useState(shift.photo);
  const [isUnreadable, setUnreadable] = useState(false);
  const attach = useAction(async (file: File) => {
    const content = await shrinkPhoto(file, asSheet);
    setUnreadable(content === undefined);
    if (content === undefined) return;
    const body = { type: 'image/jpeg' as const, content };
    setPhoto((await send('PUT /api/shifts/{shift}/photo', { params: { shift: shift.id }, body })).photo);
  });
  const isOpen = !shift.counts.published && !shift.counts.final;
  if (!isOpen && !photo) return null;
  return (
    <Card title={words.photoTitle}>
      <div class="flex flex-col gap-3">
        {photo && (
          <a href={photo} class="self-start">
            <img src={photo} alt={words.photoAlt} class="max-h-60 rounded-lg border border-line" />
            <span class="link min-h-12 flex items-center">{words.photoOpen}</span>
          </a>
        )}
        {isOpen && (
          <>
            <p class="text-soft">{shift.makeUpReason ? words.photoNeeded : words.photoHint}</p>
            <FileButton
              label={photo ? words.photoAgain : words.photoTake}
              icon={icons.camera}
              accept="image/*"
              disabled={attach.isBusy}
              class="self-start"
              onChoose={attach.run}
            />
          </>
        )}
        {isUnreadable && <Warning>{words.photoUnreadable}</Warning>}
        {attach.problem && <ProblemNote problem={attach.problem} look={where.look} />}
      </div>
    </Card>
  );
}
