import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { StockWords } from '../../words/stock.ts';

interface VouchersGiven {
  readonly words: StockWords;
  readonly look: Look;
  readonly item: string;
  readonly counts: AnswerOf<'GET /api/items/{item}/vouchers'>;
  refresh(): Promise<void>;
}
interface Line {
  readonly line: number;
  readonly outcome: keyof StockWords['results'];
}
const figures = ['imported', 'given', 'recalled', 'free'] as const;

/** Serial numbers pasted from a sheet: brought in, or taken back while nobody has them. */
export function Vouchers({ words, look, item, counts, refresh }: VouchersGiven) {
  const [text, setText] = useState('');
  const [said, say] = useState<readonly string[]>([]);
  const serials = text.split(/[\s,;，；]+/).filter((serial) => serial !== '');
  const tell = async ({ items }: { items: readonly Line[] }) => {
    say(sentences(words, items));
    setText('');
    await refresh();
  };
  const asked = { params: { item }, body: { serials } };
  const bringIn = useAction(async () => tell(await send('POST /api/items/{item}/vouchers', asked)));
  const takeBack = useAction(async () => tell(await send('POST /api/items/{item}/vouchers/recall', asked)));
  const isBusy = bringIn.isBusy || takeBack.isBusy || serials.length === 0;
  const problem = bringIn.problem ?? takeBack.problem;
  return (
    <Card title={words.vouchersTitle}>
      <p class="text-soft mb-3">{words.vouchersNote}</p>
      <Facts of={figures.map((name) => [words.figures[name], numberText(counts[name], look.language)] as const)} />
      <div class="grid gap-4 mt-4">
        <TextArea
          label={words.serials}
          hint={words.serialsHint}
          rows={5}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {said.length > 0 && (
          <div role="status" class="p-4 rounded-xl bg-brand-soft text-brand font-bold">
            {said.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
        {problem && <ProblemNote problem={problem} look={look} />}
        <div class="flex flex-wrap gap-2">
          <Button disabled={isBusy} onClick={bringIn.run}>
            {words.import}
          </Button>
          <Button kind="danger" disabled={isBusy} onClick={takeBack.run}>
            {words.recall}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function sentences({ results }: StockWords, items: readonly Line[]): string[] {
  const linesOf = (wanted: Line['outcome']) =>
    items.filter(({ outcome }) => outcome === wanted).map(({ line }) => line);
  const failed = (['duplicate', 'given', 'unknown'] as const)
    .map((outcome) => ({ outcome, lines: linesOf(outcome) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ outcome, lines }) => results[outcome](lines.join(', ')));
  return [results.done(linesOf('done').length), ...failed];
}
