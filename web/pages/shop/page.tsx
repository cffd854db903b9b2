import { type AnswerOf, type ItemOf, read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { More, usePages } from '../../ui/more.tsx';
import { shopWords } from '../../words/shop.ts';
import type { ShopGiven } from './given.ts';
import { ShopItem } from './item.tsx';
import { placesOf } from './places.ts';

export const shopPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: shopWords,
  title: (words) => words.shopTitle,
  reads: ({ query: { cursor } }) => ({
    balance: read('GET /api/me/balance'),
    items: read('GET /api/items', { query: { cursor } }),
    desks: read('GET /api/desks'),
  }),
  view: ({ words, where: { look }, data, refresh }) => (
    <>
      <Heading title={words.shopTitle} note={words.have(numberText(data.balance.points, look.language))}>
        <LinkButton kind="quiet" href="/me/redemptions">
          {words.mine}
        </LinkButton>
      </Heading>
      <Shop words={words} look={look} {...data} refresh={refresh} />
    </>
  ),
});

function Shop({ items: first, ...given }: ShopGiven & { items: AnswerOf<'GET /api/items'> }) {
  const { words, look, balance, desks } = given;
  const pages = usePages('GET /api/items', first);
  const isWithinReach = (item: ItemOf<'GET /api/items'>) =>
    balance.debt === 0 &&
    item.price <= balance.points &&
    (item.service !== undefined || placesOf({ item, desks }).length > 0);
  const groups = [
    { title: words.affordable, items: pages.items.filter(isWithinReach) },
    { title: words.later, items: pages.items.filter((item) => !isWithinReach(item)) },
  ].filter(({ items }) => items.length > 0);
  if (groups.length === 0)
    return (
      <Card>
        <Empty title={words.noItems}>
          <p>{words.noItemsNext}</p>
        </Empty>
      </Card>
    );
  return (
    <div class="grid gap-6">
      {groups.map(({ title, items }) => (
        <section key={title}>
          <h2 class="text-lg font-bold mb-3">{title}</h2>
          <ul class="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {items.map((item) => (
              <ShopItem key={item.id} {...given} item={item} />
            ))}
          </ul>
        </section>
      ))}
      <More pages={pages} label={words.more} look={look} />
    </div>
  );
}
