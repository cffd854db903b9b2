import { definePage } from '../../page.ts';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { shellWords } from '../../words/shell.ts';
import { wishesWords } from '../../words/wishes.ts';
import { ClaimedWish } from './claimed-wish.tsx';
import { ListedWish } from './listed-wish.tsx';
import { OwnWishes } from './own-wishes.tsx';
import { claiming, readsOf, roleOf, type WishesView } from './reads.ts';

export const wishesPage = definePage({
  allow: 'signed_in',
  frame: 'app',
  words: wishesWords,
  title: (words) => words.title,
  reads: readsOf,
  view: (view) => <Wishes {...view} />,
});

function Wishes(view: WishesView) {
  const { words, where, data } = view;
  const { wishes, claims, mine } = data;
  const mayClaim = claiming.includes(roleOf(where));
  return (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={words.lead} />
      {mine && <OwnWishes {...view} mine={mine.items} />}
      {claims && claims.items.length > 0 && (
        <Card title={words.claims}>
          <ul class="divide-y divide-line">
            {claims.items.map((wish) => (
              <ClaimedWish key={wish.id} {...view} wish={wish} />
            ))}
          </ul>
        </Card>
      )}
      {wishes.items.length === 0 ? (
        <Card>
          <Empty title={words.empty}>
            <p>{words.emptyNext}</p>
          </Empty>
        </Card>
      ) : (
        <ul class="grid gap-4 sm:grid-cols-2">
          {wishes.items.map((wish) => (
            <ListedWish key={wish.id} {...view} wish={wish} mayClaim={mayClaim} />
          ))}
        </ul>
      )}
      <Turn path={where.path} query={where.query} next={wishes.next} labels={shellWords[where.look.language]} />
    </div>
  );
}
