import { dayText, momentText, numberText } from '../../format.ts';
import { definePage } from '../../page.ts';
import { Card, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { stockWords } from '../../words/stock.ts';
import { CountForm } from './count-form.tsx';
import { type KeptGiven, reads } from './reads.ts';
import { Slots } from './slots.tsx';
import { Vouchers } from './vouchers.tsx';

/** One item for those who keep it: counting, what was written down, card numbers. */
export const keptItemPage = definePage({
  allow: ['district_admin', 'unit_admin', 'desk'],
  frame: 'app',
  words: stockWords,
  title: (words, data) => data?.item.name ?? words.countTitle,
  reads,
  view: (given) => <KeptItem {...given} />,
});

function KeptItem(given: KeptGiven) {
  const { words, where, data, refresh } = given;
  const { item, vouchers } = data;
  const isCard = item.kind === 'film_card' || item.kind === 'reading_card';
  return (
    <>
      <a
        href={where.session?.post.role === 'desk' ? '/desk/stock' : '/rewards'}
        class="inline-flex items-center gap-1 min-h-12 font-bold text-brand"
      >
        <Icon of={icons.left} class="size-5" />
        {words.back}
      </a>
      <Heading title={item.name} />
      <div class="grid gap-4 lg:grid-cols-2 items-start">
        {item.service ? <Slots {...given} /> : <CountForm {...given} />}
        {isCard && <Vouchers words={words} look={where.look} item={item.id} counts={vouchers} refresh={refresh} />}
        {!item.service && <Changes {...given} />}
        {!item.gift && <Prices {...given} />}
      </div>
    </>
  );
}

function Changes({ words, where: { look }, data: { changes, desks } }: KeptGiven) {
  const text = (count: number) => numberText(count, look.language);
  return (
    <Card title={words.changesTitle}>
      {changes.items.length === 0 && <p class="text-soft">{words.noChanges}</p>}
      <ul class="divide-y divide-line">
        {changes.items.map(({ at, change, counted, reason, redemption, by, desk }) => (
          <li key={`${at} ${desk}`} class="py-2">
            <p class="flex flex-wrap justify-between gap-x-4">
              <span class="font-bold tabular-nums">{words.change(`${change > 0 ? '+' : ''}${text(change)}`)}</span>
              <span>{redemption ? words.losses[reason as keyof typeof words.losses] : reason}</span>
            </p>
            <p class="text-sm text-soft">
              {[
                momentText(at, look.language),
                desks.items.find(({ id }) => id === desk)?.name,
                counted !== undefined && words.countedSo(text(counted)),
                by,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const Prices = ({ words, where: { look }, data: { prices } }: KeptGiven) => (
  <Card title={words.pricesTitle}>
    <ul class="divide-y divide-line">
      {prices.items.map(({ price, from }) => (
        <li key={from} class="py-2 flex flex-wrap justify-between gap-x-4">
          <span class="font-bold tabular-nums">{words.price(numberText(price, look.language))}</span>
          <span class="text-soft">{words.from(dayText(from, look.language))}</span>
        </li>
      ))}
    </ul>
  </Card>
);
