/** Both registrations side by side, what comes of them, and the reason to write. */
import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { momentText, numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { Cell, HeadCell, Table } from '../../ui/table.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { MergesWords } from '../../words/merges.ts';
import { linesOf } from './lines.ts';

type Shown = AnswerOf<'GET /api/merges/preview'>;
interface PreviewGiven {
  readonly where: Where;
  readonly words: MergesWords;
  readonly preview: Shown;
}

export function Preview({ where, words, preview }: PreviewGiven) {
  const { path, look } = where;
  const { kept, merged, obstacles } = preview;
  const isDifferent = kept.name !== merged.name || kept.birthDate !== merged.birthDate;
  const swapped = new URLSearchParams({ kept: merged.id, merged: kept.id });
  return (
    <div class="grid gap-4">
      <div class="min-w-0">
        <Compared words={words} preview={preview} look={look} />
        {isDifferent && <p class="mt-3 font-bold text-danger">{words.differ}</p>}
        <div class="mt-3 flex flex-wrap gap-2">
          <LinkButton kind="quiet" href={`${path}?${swapped}`}>
            {words.swap}
          </LinkButton>
          <LinkButton kind="quiet" href={path}>
            {words.again}
          </LinkButton>
        </div>
      </div>
      {obstacles.length > 0 ? (
        <Obstacles words={words} preview={preview} look={look} />
      ) : (
        <Propose words={words} look={look} kept={kept.id} merged={merged.id} />
      )}
    </div>
  );
}

interface Told {
  readonly words: MergesWords;
  readonly preview: Shown;
  readonly look: Where['look'];
}

function Compared({ words, preview, look }: Told) {
  const lines = linesOf(preview, words, (count) => numberText(count, look.language));
  return (
    <Table label={words.title}>
      <thead>
        <tr>
          {[words.what, words.kept, words.merged, words.after].map((name) => (
            <HeadCell key={name}>{name}</HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, kept, merged, after]) => (
          <tr key={name}>
            <Cell class="min-w-24 text-soft">{name}</Cell>
            <Cell class="min-w-28">{kept}</Cell>
            <Cell class="min-w-28">{merged}</Cell>
            <Cell class="min-w-28 font-bold">{after}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Obstacles({ words, preview: { merged, overlaps }, look: { language } }: Told) {
  const number = (count: number) => numberText(count, language);
  const service = ({ name, from }: Shown['overlaps'][number]['kept']) => `${momentText(from, language)} ${name}`;
  return (
    <Card title={words.obstacles}>
      <ul class="list-disc pl-6 grid gap-1">
        {overlaps.map(({ kept, merged: other }) => (
          <li key={kept.from + other.from}>{words.overlap(service(kept), service(other))}</li>
        ))}
        {merged.openRecords > 0 && <li>{words.openRecords(number(merged.openRecords))}</li>}
        {merged.openRedemptions > 0 && <li>{words.openRedemptions(number(merged.openRedemptions))}</li>}
      </ul>
      {overlaps.length > 0 && (
        <div class="mt-3">
          <LinkButton kind="quiet" href="/corrections/new">
            {words.toCorrect}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

interface ProposeGiven extends Pick<Told, 'words' | 'look'> {
  readonly kept: string;
  readonly merged: string;
}

function Propose({ words, look, kept, merged }: ProposeGiven) {
  const [isSent, setSent] = useState(false);
  const propose = useAction(async (form: FormData) => {
    await send('POST /api/merges', { body: { kept, merged, reason: fieldText(form, 'reason') } });
    setSent(true);
  });
  if (isSent) return <DoneNote>{words.sent}</DoneNote>;
  return (
    <Card>
      <form
        class="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          propose.run(new FormData(event.currentTarget));
        }}
      >
        <p>{words.effect}</p>
        {propose.problem && <ProblemNote problem={propose.problem} look={look} />}
        <TextArea label={words.reason} name="reason" rows={3} maxLength={200} required />
        <div>
          <Button type="submit" disabled={propose.isBusy}>
            {words.send}
          </Button>
        </div>
      </form>
    </Card>
  );
}
