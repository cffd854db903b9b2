/** How a hand-over is proved, and who went along. */
import { useEffect, useState } from 'preact/hooks';
import { handOverProofs } from '../../../shared/rules/wish-states.ts';
import { type BodyOf, type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead } from '../../api/send.ts';
import { asSheet, shrinkPhoto } from '../../photo.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Warning } from '../../ui/warning.tsx';
import type { WishesWords } from '../../words/wishes.ts';

export function HandOver({ words }: { words: WishesWords }) {
  const [teams, setTeams] = useState<readonly ItemOf<'GET /api/teams'>[]>([]);
  const load = useAction(async () => setTeams((await fetchRead<'GET /api/teams'>(pathOf('GET /api/teams', {}))).items));
  useEffect(() => load.run(), []);
  return (
    <>
      <SelectField label={words.proof} name="proof">
        {handOverProofs.map((proof) => (
          <option key={proof} value={proof}>
            {words.proofs[proof]}
          </option>
        ))}
      </SelectField>
      <TextField label={words.proofNote} name="note" required maxLength={100} />
      <Photo words={words} />
      <SelectField label={words.team} name="team">
        <option value="">{words.noTeam}</option>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** It travels in the form, as what the phone has made of it. */
function Photo({ words }: { words: WishesWords }) {
  const [content, setContent] = useState<string>();
  const [isUnreadable, setUnreadable] = useState(false);
  const shrink = useAction(async (file: File) => {
    const made = await shrinkPhoto(file, asSheet);
    setUnreadable(made === undefined);
    setContent(made);
  });
  return (
    <div class="flex flex-col gap-2">
      <p class="text-soft">{words.photoHint}</p>
      <FileButton
        label={words.photoTake}
        icon={icons.camera}
        accept="image/*"
        disabled={shrink.isBusy}
        class="self-start"
        onChoose={shrink.run}
      />
      {content && <DoneNote>{words.photoChosen}</DoneNote>}
      {isUnreadable && <Warning>{words.photoUnreadable}</Warning>}
      <input type="hidden" name="photo" value={content ?? ''} />
    </div>
  );
}

export function handOverIn(form: FormData): BodyOf<'POST /api/wishes/{wish}/hand-over'> {
  const content = fieldText(form, 'photo');
  return {
    proof: fieldText(form, 'proof') as (typeof handOverProofs)[number],
    note: fieldText(form, 'note'),
    team: fieldText(form, 'team') || undefined,
    photo: content === '' ? undefined : { type: 'image/jpeg', content },
  };
}
