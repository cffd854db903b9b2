import { useState } from 'preact/hooks';
import { type Data, read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { ItemPicture } from '../../ui/item-picture.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { type DeskWords, deskWords } from '../../words/desk.ts';
import { shellWords } from '../../words/shell.ts';
import { type Item, StockDialog, stockAt } from './stock-dialog.tsx';

const reads = ({ session, query: { cursor } }: Where) => ({
  desk: read('GET /api/desks/{desk}', { params: { desk: session?.post.scope ?? '' } }),
  items: read('GET /api/items', { query: { cursor } }),
});

export const stockPage = definePage({
  allow: ['desk'],
  frame: 'app',
  words: deskWords,
  title: (words) => words.stockTitle,
  reads,
  view: (given) => <Stock {...given} />,
});

interface StockGiven {
  readonly words: DeskWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}

function Stock({ words, where: { look, path, query }, data: { desk, items }, refresh }: StockGiven) {
  const [changing, change] = useState<Item>();
  const [saved, setSaved] = useState<string>();
  const text = (count: number) => numberText(count, look.language);
  return (
    <>
      <Heading title={words.stockTitle} note={words.stockNote(desk.name)} />
      {saved && <DoneNote>{saved}</DoneNote>}
      <Card class="mt-4">
        {items.items.length === 0 && (
          <Empty title={words.noItems}>
            <p>{words.noItemsNext}</p>
          </Empty>
        )}
        <ul class="divide-y divide-line">
          {items.items.map((item) => (
            <Row key={item.id} words={words} item={item} left={text(stockAt(item, desk.id))} onChange={change} />
          ))}
        </ul>
        <Turn path={path} query={query} next={items.next} labels={shellWords[look.language]} />
      </Card>
      {changing && (
        <StockDialog
          words={words}
          look={look}
          item={changing}
          desks={[desk]}
          onClose={() => change(undefined)}
          onSaved={async (item) => {
            change(undefined);
            setSaved(words.stockSaved(item.name, text(stockAt(item, desk.id))));
            await refresh();
          }}
        />
      )}
    </>
  );
}

interface RowGiven {
  readonly words: DeskWords;
  readonly item: Item;
  readonly left: string;
  onChange(item: Item): void;
}

const Row = ({ words, item, left, onChange }: RowGiven) => (
  <li class="py-4 flex items-center gap-3">
    <ItemPicture kind={item.kind} picture={item.picture} />
    <div class="flex-1 min-w-0">
      <p class="font-bold text-lg">{item.name}</p>
      {!item.service && <p class="text-soft tabular-nums">{words.left(left)}</p>}
      {!item.open && <Badge>{words.closedItem}</Badge>}
      {item.gift && <Badge tone="gold">{words.giftItem}</Badge>}
      <a
        href={`/items/${item.id}`}
        aria-label={item.service ? `${words.slots} ${item.name}` : words.moreOf(item.name)}
        class="inline-flex items-center min-h-12 text-brand font-bold"
      >
        {item.service ? words.slots : words.more}
      </a>
    </div>
    {!item.service && (
      <Button kind="quiet" aria-label={words.changeOf(item.name)} onClick={() => onChange(item)}>
        {words.change}
      </Button>
    )}
  </li>
);
