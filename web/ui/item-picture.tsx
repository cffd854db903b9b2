import { Icon } from './icon.tsx';
import * as icons from './icons.ts';

const iconOf = {
  stationery: icons.pencil,
  book: icons.book,
  film_card: icons.film,
  reading_card: icons.cards,
  service: icons.heart,
} as const;

interface PictureGiven {
  readonly kind: keyof typeof iconOf;
  /** Its address; without one the kind's sign stands in. */
  readonly picture: string | undefined;
  readonly class?: string;
}

/** A reward's picture. Its name stands beside it, so there is nothing more to say. */
export const ItemPicture = ({ kind, picture, class: classes = 'size-16' }: PictureGiven) =>
  picture ? (
    <img src={picture} alt="" loading="lazy" class={`shrink-0 rounded-xl object-cover bg-page ${classes}`} />
  ) : (
    <span class={`shrink-0 rounded-xl bg-brand-soft text-brand grid place-items-center ${classes}`}>
      <Icon of={iconOf[kind]} class="size-8" />
    </span>
  );
