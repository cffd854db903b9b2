import type { AnswerOf, ItemOf } from '../../api/read.ts';

interface Offered {
  readonly item: ItemOf<'GET /api/items'>;
  readonly desks: AnswerOf<'GET /api/desks'>;
}

/** The desks that have the item, fullest first. */
export const placesOf = ({ item, desks }: Offered) =>
  item.stock
    .flatMap(({ desk: id, quantity }) => {
      const desk = desks.items.find((one) => one.id === id);
      return desk && quantity > 0 ? [{ desk, quantity }] : [];
    })
    .sort((one, other) => other.quantity - one.quantity);
