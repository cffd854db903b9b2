import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { shrinkPhoto } from '../../photo.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { ForWhom } from '../../ui/for-whom.tsx';
import * as icons from '../../ui/icons.ts';
import { ItemPicture } from '../../ui/item-picture.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Warning } from '../../ui/warning.tsx';
import type { DistrictWords } from '../../words/district.ts';

export type Item = ItemOf<'GET /api/items'>;
export type Desk = ItemOf<'GET /api/desks'>;

interface CardGiven {
  readonly words: DistrictWords;
  readonly look: Look;
  readonly item: Item;
  readonly desks: readonly Desk[];
  /** Whether the asker runs the item; one from above has only stock here. */
  readonly isOwn: boolean;
  onEdit(): void;
  onStock(): void;
  onSaved(item: Item): Promise<void>;
}

export const ItemCard = ({ words, look, item, desks, isOwn, onEdit, onStock, onSaved }: CardGiven) => (
  <li class="bg-card rounded-2xl border border-line p-4 flex flex-col gap-4">
    <div class="flex gap-4">
      <ItemPicture kind={item.kind} picture={item.picture} class="size-20" />
      <div class="min-w-0 flex-1">
        <h2 class="text-lg font-bold">{item.name}</h2>
        <p class="text-soft">
          {words.kinds[item.kind]} ·{' '}
          {item.gift ? words.giftFrom(item.gift.levelMin) : words.points(numberText(item.price, look.language))}
        </p>
        <ForWhom words={words} item={item} />
        <p class="flex flex-wrap gap-2 mt-1">
          <Badge tone={item.open ? 'good' : 'plain'}>{item.open ? words.open : words.closed}</Badge>
          {!isOwn && <Badge tone="info">{words.ofAbove}</Badge>}
        </p>
      </div>
    </div>
    {item.service ? (
      <p class="text-sm">{words.serviceAt(item.service.partner, item.service.place)}</p>
    ) : (
      <StockLines words={words} look={look} item={item} desks={desks} />
    )}
    <div class="mt-auto flex flex-wrap gap-2">
      {!item.service && (
        <Button kind="quiet" class="flex-1" aria-label={words.stockOf(item.name)} onClick={onStock}>
          {words.stock}
        </Button>
      )}
      <LinkButton kind="quiet" class="flex-1" href={`/items/${item.id}`}>
        {item.service ? words.slots : words.more}
      </LinkButton>
      {isOwn && (
        <>
          <Button kind="quiet" class="flex-1" aria-label={words.editOf(item.name)} onClick={onEdit}>
            {words.edit}
          </Button>
          <PictureChange words={words} look={look} item={item} onSaved={onSaved} />
        </>
      )}
    </div>
  </li>
);

type LinesGiven = Pick<CardGiven, 'words' | 'look' | 'item' | 'desks'>;

function StockLines({ words, look, item, desks }: LinesGiven) {
  if (item.stock.length === 0) return <p class="text-soft">{words.noStock}</p>;
  return (
    <ul class="text-sm">
      {item.stock.map(({ desk, quantity }) => {
        const name = desks.find(({ id }) => id === desk)?.name ?? '';
        return <li key={desk}>{words.leftAt(name, numberText(quantity, look.language))}</li>;
      })}
    </ul>
  );
}

const sidePixels = 480;
/** The photo's middle, as the small square that a shop shows. */
function square({ width, height }: { readonly width: number; readonly height: number }) {
  const side = Math.min(width, height);
  const part = { left: (width - side) / 2, top: (height - side) / 2, width: side, height: side };
  return { width: sidePixels, height: sidePixels, part, qualities: [0.85, 0.7, 0.5], bytesMax: 150_000 };
}

function PictureChange({ words, look, item, onSaved }: Pick<CardGiven, 'words' | 'look' | 'item' | 'onSaved'>) {
  const [isUnreadable, setUnreadable] = useState(false);
  const change = useAction(async (file: File) => {
    const content = await shrinkPhoto(file, square);
    setUnreadable(content === undefined);
    if (content === undefined) return;
    const body = { type: 'image/jpeg' as const, content };
    await onSaved(await send('PUT /api/items/{item}/picture', { params: { item: item.id }, body }));
  });
  return (
    <>
      <FileButton
        label={words.picture}
        name={words.pictureOf(item.name)}
        class="flex-1"
        icon={icons.camera}
        accept="image/*"
        disabled={change.isBusy}
        onChoose={change.run}
      />
      {isUnreadable && <Warning>{words.pictureUnreadable}</Warning>}
      {change.problem && <ProblemNote problem={change.problem} look={look} />}
    </>
  );
}
