/** Pupils on the way out of the school and into it: who has said yes, and what this school may say. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type PeopleWords, peopleWords } from '../../words/people.ts';

type Move = ItemOf<'GET /api/moves'>;
interface MovesGiven {
  readonly where: Where;
  readonly items: readonly Move[];
  refresh(): Promise<void>;
}

export function Moves({ where, items, refresh }: MovesGiven) {
  const words = peopleWords[where.look.language];
  if (items.length === 0) return null;
  return (
    <section class="mb-6">
      <h2 class="text-lg font-bold mb-2">{words.movesTitle}</h2>
      <ul class="grid gap-3">
        {items.map((move) => (
          <Line key={move.volunteer} words={words} where={where} move={move} refresh={refresh} />
        ))}
      </ul>
    </section>
  );
}

interface LineGiven {
  readonly words: PeopleWords;
  readonly where: Where;
  readonly move: Move;
  refresh(): Promise<void>;
}

function Line({ words, where, move, refresh }: LineGiven) {
  const { name, class: label, from, to, consent, accepted, mayAccept, reason, proposedBy } = move;
  const [asked, setAsked] = useState<'accept' | 'callOff'>();
  const dialog = { words, where, move, refresh, onClose: () => setAsked(undefined) };
  return (
    <li class="bg-card rounded-2xl border border-line p-4">
      <p class="flex flex-wrap items-center justify-between gap-2">
        <span class="font-bold">
          {label} {name}
        </span>
        <Badge tone={mayAccept ? 'gold' : 'plain'}>{mayAccept ? words.into : words.moveStates.open}</Badge>
      </p>
      <p>{words.moveFromTo(from.name, to.name)}</p>
      <Facts
        of={[
          [words.yesOld, words.said],
          [words.yesNew, accepted ? words.said : words.waits],
          [words.yesGuardian, consent ? words.consents[consent] : words.waits],
          [words.reason, reason],
          [words.proposedBy, proposedBy],
        ]}
      />
      <div class="mt-3 flex flex-wrap gap-2">
        {mayAccept && (
          <Button aria-label={words.acceptOf(name)} onClick={() => setAsked('accept')}>
            {words.accept}
          </Button>
        )}
        <Button kind="quiet" aria-label={words.callOffOf(name)} onClick={() => setAsked('callOff')}>
          {words.callOff}
        </Button>
      </div>
      {asked === 'accept' && <Accept {...dialog} />}
      {asked === 'callOff' && <CallOff {...dialog} />}
    </li>
  );
}

interface DialogGiven extends LineGiven {
  onClose(): void;
}

function Accept({ words, where, move: { volunteer, name, consent }, refresh, onClose }: DialogGiven) {
  const accept = useAction(async (form: FormData) => {
    const paperOn = fieldText(form, 'paperOn');
    const body = {
      grade: Number(fieldText(form, 'grade')),
      classNumber: Number(fieldText(form, 'classNumber')),
      number: fieldText(form, 'number'),
      ...(paperOn && { paperOn }),
    };
    await send('POST /api/moves/{volunteer}/acceptance', { params: { volunteer }, body });
    onClose();
    await refresh();
  });
  const labels = { save: words.accept, cancel: words.cancel };
  return (
    <FormDialog title={words.acceptOf(name)} labels={labels} look={where.look} action={accept} onClose={onClose}>
      <p class="text-soft">{words.acceptText}</p>
      <TextField label={words.grade} hint={words.gradeHint} name="grade" type="number" min={1} max={12} required />
      <TextField label={words.classNumber} name="classNumber" type="number" min={1} max={999} required />
      <TextField label={words.number} name="number" maxLength={32} required />
      {!consent && (
        <TextField label={words.paperOn} hint={words.paperHint} name="paperOn" type="date" max={dayOf(where.now)} />
      )}
    </FormDialog>
  );
}

function CallOff({ words, where, move: { volunteer, name }, refresh, onClose }: DialogGiven) {
  const callOff = useAction(async (form: FormData) => {
    const body = { answer: fieldText(form, 'answer') };
    await send('POST /api/moves/{volunteer}/calling-off', { params: { volunteer }, body });
    onClose();
    await refresh();
  });
  const labels = { save: words.callOff, cancel: words.cancel };
  return (
    <FormDialog title={words.callOffOf(name)} labels={labels} look={where.look} action={callOff} onClose={onClose}>
      <TextArea label={words.why} name="answer" rows={3} maxLength={200} required />
    </FormDialog>
  );
}
