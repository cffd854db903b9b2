import { useState } from 'preact/hooks';
import { type Data, read } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading, type Tone } from '../../ui/card.tsx';
import { type GiftsWords, giftsWords } from '../../words/gifts.ts';
import { Choose } from './choose.tsx';
import type { Gift } from './shown.ts';

const reads = () => ({
  gifts: read('GET /api/me/gifts'),
  items: read('GET /api/gift-items'),
  desks: read('GET /api/desks'),
});

export const giftsPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: giftsWords,
  title: (words) => words.title,
  reads,
  view: (given) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={given.words.title} note={given.words.note} />
      <Gifts {...given} />
    </div>
  ),
});

interface GiftsGiven {
  readonly words: GiftsWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
}

const tones: Readonly<Record<Gift['state'], Tone>> = {
  open: 'gold',
  claimed: 'info',
  handed_over: 'good',
  expired: 'plain',
};

function Gifts({ words, where: { look }, data: { gifts, items, desks } }: GiftsGiven) {
  const [choosing, choose] = useState<Gift>();
  if (gifts.items.length === 0)
    return (
      <Card>
        <Empty title={words.none}>
          <p>{words.noneNext}</p>
        </Empty>
      </Card>
    );
  return (
    <>
      <ul class="grid gap-3">
        {gifts.items.map((gift) => (
          <li key={gift.id} class="bg-card rounded-2xl border border-line p-4 grid gap-2">
            <div class="flex flex-wrap items-center justify-between gap-2">
              <h2 class="font-bold text-lg">{words.starOf[gift.scheme](gift.level)}</h2>
              <Badge tone={tones[gift.state]}>{words.states[gift.state]}</Badge>
            </div>
            {gift.state === 'open' && (
              <>
                <p class="text-soft">{words.claimBy(dayText(gift.until, look.language))}</p>
                <Button
                  wide
                  aria-label={words.chooseFor(words.starOf[gift.scheme](gift.level))}
                  aria-haspopup="dialog"
                  onClick={() => choose(gift)}
                >
                  {words.choose}
                </Button>
              </>
            )}
            {gift.state === 'claimed' && (
              <LinkButton wide href={`/me/redemptions/${gift.redemption}`}>
                {words.showCode}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {choosing && (
        <Choose
          words={words}
          look={look}
          gift={choosing}
          items={items.items}
          desks={desks.items}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  );
}
