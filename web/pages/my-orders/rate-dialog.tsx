/** One to five stars and a few words to choose: large enough for anybody's thumb. */
import { useState } from 'preact/hooks';
import { orderRatingTags } from '../../../shared/rules/service-menu.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Warning } from '../../ui/warning.tsx';
import type { OrdersWords } from '../../words/orders.ts';

export interface Stars {
  readonly stars: number;
  readonly tags: (typeof orderRatingTags)[number][];
}
interface RateGiven {
  readonly words: OrdersWords;
  readonly look: Look;
  send(said: Stars): Promise<void>;
  onClose(): void;
}

const all = [1, 2, 3, 4, 5];

export function RateDialog({ words, look, send, onClose }: RateGiven) {
  const [stars, setStars] = useState(0);
  const [tags, setTags] = useState<readonly Stars['tags'][number][]>([]);
  const [isMissing, setMissing] = useState(false);
  const rate = useAction(async () => {
    setMissing(stars === 0);
    if (stars > 0) await send({ stars, tags: [...tags] });
  });
  return (
    <Dialog title={words.rateTitle} onClose={onClose}>
      <div class="flex flex-col gap-4">
        <fieldset class="flex gap-1">
          <legend class="sr-only">{words.rateTitle}</legend>
          {all.map((one) => (
            <label
              key={one}
              class="flex-1 min-h-14 grid place-items-center rounded-xl focus-within:outline-3 focus-within:outline-brand"
            >
              <input
                type="radio"
                name="stars"
                class="sr-only"
                aria-label={words.starsOf(one)}
                checked={stars === one}
                onChange={() => setStars(one)}
              />
              <span class={`text-3xl ${one <= stars ? 'text-star' : 'text-soft'}`} aria-hidden="true">
                {one <= stars ? '★' : '☆'}
              </span>
            </label>
          ))}
        </fieldset>
        <div class="grid grid-cols-2">
          {orderRatingTags.map((tag) => (
            <TickBox
              key={tag}
              checked={tags.includes(tag)}
              onChange={(on) => setTags(on ? [...tags, tag] : tags.filter((one) => one !== tag))}
            >
              {words.tags[tag]}
            </TickBox>
          ))}
        </div>
        {isMissing && <Warning>{words.starsNeeded}</Warning>}
        {rate.problem && <ProblemNote problem={rate.problem} look={look} />}
        <div class="flex flex-wrap gap-2">
          <Button class="flex-1" disabled={rate.isBusy} onClick={() => rate.run()}>
            {words.rate}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
