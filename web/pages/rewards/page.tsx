import { useState } from 'preact/hooks';
import { type Data, read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import { deskWords } from '../../words/desk.ts';
import { type DistrictWords, districtWords } from '../../words/district.ts';
import { shellWords } from '../../words/shell.ts';
import { StockDialog, stockAt } from '../stock/stock-dialog.tsx';
import { isWithin, unitsWithin } from '../units/tree.ts';
import { type Item, ItemCard } from './item-card.tsx';
import { EditItem, NewItem } from './item-dialogs.tsx';
import { NewService } from './service-dialog.tsx';

const reads = ({ query: { cursor } }: Where) => ({
  items: read('GET /api/items', { query: { cursor } }),
  desks: read('GET /api/desks'),
  units: read('GET /api/units'),
});

export const rewardsPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: districtWords,
  title: (words) => words.rewardsTitle,
  reads,
  view: (given) => <Rewards {...given} />,
});

interface RewardsGiven {
  readonly words: DistrictWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}
type Open =
  | { readonly dialog: 'new' }
  | { readonly dialog: 'service' }
  | { readonly dialog: 'edit' | 'stock'; readonly item: Item };

function Rewards({ words, where, data, refresh }: RewardsGiven) {
  const [open, setOpen] = useState<Open>();
  const [saved, setSaved] = useState<string>();
  const { look, path, query, session } = where;
  const scope = session?.post.scope ?? '';
  const { desks, items, units } = data;
  const say = async (text: string) => {
    setOpen(undefined);
    setSaved(text);
    await refresh();
  };
  return (
    <>
      <Heading title={words.rewardsTitle} note={words.rewardsNote}>
        <Button onClick={() => setOpen({ dialog: 'new' })}>
          <Icon of={icons.plus} class="size-5" />
          {words.newItem}
        </Button>
        <Button kind="quiet" onClick={() => setOpen({ dialog: 'service' })}>
          {words.newService}
        </Button>
      </Heading>
      {desks.items.length === 0 && <NoDesk words={words} />}
      {saved && <DoneNote>{saved}</DoneNote>}
      {items.items.length === 0 && (
        <Empty title={words.noItems}>
          <p>{words.noItemsNext}</p>
        </Empty>
      )}
      <ul class="mt-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {items.items.map((item) => (
          <ItemCard
            key={item.id}
            words={words}
            look={look}
            item={item}
            desks={desks.items}
            isOwn={isWithin(units.items, item.unit, scope)}
            onEdit={() => setOpen({ dialog: 'edit', item })}
            onStock={() => setOpen({ dialog: 'stock', item })}
            onSaved={({ name }) => say(words.saved(name))}
          />
        ))}
      </ul>
      <Turn path={path} query={query} next={items.next} labels={shellWords[look.language]} />
      {open && (
        <OpenDialog words={words} where={where} data={data} open={open} onClose={() => setOpen(undefined)} say={say} />
      )}
    </>
  );
}

const NoDesk = ({ words }: { words: DistrictWords }) => (
  <div class="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-xl bg-gold-soft text-gold p-4">
    <p class="font-bold">{words.noDesk}</p>
    <LinkButton kind="quiet" href="/desks">
      {words.goDesks}
    </LinkButton>
  </div>
);

interface DialogGiven extends Pick<RewardsGiven, 'words' | 'where' | 'data'> {
  readonly open: Open;
  onClose(): void;
  say(text: string): Promise<void>;
}

function OpenDialog({ words, where: { look, session }, data: { desks, units }, open, onClose, say }: DialogGiven) {
  const scope = session?.post.scope ?? '';
  const given = { words, look, onClose, onSaved: ({ name }: Item) => say(words.saved(name)) };
  if (open.dialog === 'new') return <NewItem {...given} units={unitsWithin(units.items, scope)} />;
  if (open.dialog === 'service') return <NewService {...given} units={unitsWithin(units.items, scope)} />;
  if (open.dialog === 'edit') return <EditItem {...given} item={open.item} />;
  const stocked = deskWords[look.language];
  return (
    <StockDialog
      words={stocked}
      look={look}
      item={open.item}
      desks={desks.items.filter(({ unit }) => isWithin(units.items, unit, scope))}
      onClose={onClose}
      onSaved={(item, desk) => say(stocked.stockSaved(item.name, numberText(stockAt(item, desk), look.language)))}
    />
  );
}
