import type { ItemOf } from '../../api/read.ts';

export type GiftItem = ItemOf<'GET /api/gift-items'>;
interface Star {
  readonly scheme: string;
  readonly level: number;
}

/** What a gift may be claimed for, of which something is left at a desk. */
export const choicesFor = ({ scheme, level }: Star, items: readonly GiftItem[], desk?: string): readonly GiftItem[] =>
  items.filter(
    ({ gift, stock }) =>
      gift !== undefined &&
      level >= gift.levelMin &&
      (gift.scheme === undefined || gift.scheme === scheme) &&
      stock.some((line) => line.quantity > 0 && (desk === undefined || line.desk === desk)),
  );
