import { useState } from 'preact/hooks';
import { type AnswerOf, type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { Cell, HeadCell, Table } from '../../ui/table.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Warning } from '../../ui/warning.tsx';
import { shellWords } from '../../words/shell.ts';
import { type StockWords, stockWords } from '../../words/stock.ts';

export const fairPage = definePage({
  allow: ['desk'],
  frame: 'app',
  words: stockWords,
  title: (words) => words.fairTitle,
  reads: ({ query: { cursor } }) => ({ waiting: read('GET /api/fair', { query: { cursor } }) }),
  view: ({ words, where: { look, path, query }, data: { waiting }, refresh }) => (
    <>
      <Heading title={words.fairTitle} note={words.fairNote}>
        <PrintButton label={words.print} />
      </Heading>
      <Fair words={words} look={look} waiting={waiting} refresh={refresh} />
      <Turn path={path} query={query} next={waiting.next} labels={shellWords[look.language]} />
    </>
  ),
});

type Waiting = ItemOf<'GET /api/fair'>;
interface FairGiven {
  readonly words: StockWords;
  readonly look: Look;
  readonly waiting: AnswerOf<'GET /api/fair'>;
  refresh(): Promise<void>;
}

function Fair({ words, look, waiting: { items }, refresh }: FairGiven) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [result, setResult] = useState<{ done: number; failed: readonly string[] }>();
  const chosen = items.filter(({ id }) => ticked.has(id));
  const enter = useAction(async () => {
    const redemptions = chosen.map(({ id, code }) => ({ redemption: id, code }));
    const said = await send('POST /api/pick-ups/hand-over', { body: { redemptions } });
    const failed = said.items.filter(({ outcome }) => outcome !== 'done');
    const nameOf = (id: string) => chosen.find((one) => one.id === id)?.person ?? '';
    const reasons = failed.map(({ id, title = '' }) => words.fairFailed(nameOf(id), title));
    setResult({ done: said.items.length - failed.length, failed: reasons });
    setTicked(new Set());
    await refresh();
  });
  const tick = (ids: readonly string[], isTicked: boolean) => {
    const after = new Set(ticked);
    for (const id of ids) {
      if (isTicked) after.add(id);
      else after.delete(id);
    }
    setTicked(after);
  };
  return (
    <div class="grid grid-cols-1 gap-4">
      {result && result.done > 0 && <DoneNote>{words.fairDone(result.done)}</DoneNote>}
      {result?.failed.map((sentence) => (
        <Warning key={sentence}>{sentence}</Warning>
      ))}
      {items.length === 0 && (
        <Card>
          <Empty title={words.noWaiting}>
            <p>{words.noWaitingNext}</p>
          </Empty>
        </Card>
      )}
      {[...byClass(items)].map(([name, ofClass]) => (
        <ClassList key={name} words={words} name={name} items={ofClass} ticked={ticked} tick={tick} />
      ))}
      {enter.problem && <ProblemNote problem={enter.problem} look={look} />}
      {items.length > 0 && (
        <Button class="print:hidden" disabled={enter.isBusy || chosen.length === 0} onClick={enter.run}>
          {words.submit(chosen.length)}
        </Button>
      )}
    </div>
  );
}

interface ClassGiven {
  readonly words: StockWords;
  readonly name: string;
  readonly items: readonly Waiting[];
  readonly ticked: ReadonlySet<string>;
  tick(ids: readonly string[], isTicked: boolean): void;
}

const ClassList = ({ words, name, items, ticked, tick }: ClassGiven) => (
  <section class="break-inside-avoid">
    <div class="flex flex-wrap items-center justify-between gap-2">
      <h2 class="text-lg font-bold">{name}</h2>
      <div class="print:hidden">
        <TickBox
          checked={items.every(({ id }) => ticked.has(id))}
          onChange={(isTicked) =>
            tick(
              items.map(({ id }) => id),
              isTicked,
            )
          }
        >
          {words.tickClass(name)}
        </TickBox>
      </div>
    </div>
    <Table label={name}>
      <thead>
        <tr>
          <HeadCell>{words.given}</HeadCell>
          <HeadCell>{words.person}</HeadCell>
          <HeadCell>{words.what}</HeadCell>
          <HeadCell>{words.code}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, person, name: what, code }) => (
          <tr key={id}>
            <Cell>
              <TickBox
                label={words.tick(person, what)}
                checked={ticked.has(id)}
                onChange={(isTicked) => tick([id], isTicked)}
              />
            </Cell>
            <Cell class="font-bold whitespace-nowrap">{person}</Cell>
            <Cell>{what}</Cell>
            <Cell class="tabular-nums whitespace-nowrap">{code}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  </section>
);

function byClass(items: readonly Waiting[]): ReadonlyMap<string, readonly Waiting[]> {
  const classes = new Map<string, Waiting[]>();
  for (const one of items) classes.set(one.class, [...(classes.get(one.class) ?? []), one]);
  return classes;
}
