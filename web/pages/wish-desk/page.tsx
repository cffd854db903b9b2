/** The community's side of wishes: check, receive, hand over, look again. */
import { useState } from 'preact/hooks';
import { wishLanes } from '../../../shared/rules/wish-states.ts';
import { type ItemOf, read } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { Parts } from '../../ui/parts.tsx';
import { shellWords } from '../../words/shell.ts';
import { type WishesWords, wishesWords } from '../../words/wishes.ts';
import { communitiesOf, communityOf } from '../order-desk/communities.ts';
import { Steps } from './steps.tsx';
import { WishDialog } from './wish-dialog.tsx';

const readsOf = (where: Where) => ({
  wishes: read('GET /api/wish-desk', { query: { unit: communityOf(where), cursor: where.query.cursor } }),
  units: read('GET /api/units'),
});
type Shown = View<WishesWords, ReturnType<typeof readsOf>>;

export const wishDeskPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: wishesWords,
  title: (words) => words.deskTitle,
  reads: readsOf,
  view: (view) => <WishDesk {...view} />,
});

function WishDesk(view: Shown) {
  const { words, where, data, refresh } = view;
  const { wishes, units } = data;
  const [isCollecting, setCollecting] = useState(false);
  const communities = communitiesOf(units.items, where);
  return (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <Heading title={words.deskTitle} note={words.deskLead}>
        <Button onClick={() => setCollecting(true)}>{words.collect}</Button>
      </Heading>
      {communities.length > 1 && (
        <Filter label={words.chooseUnit} submit={words.chooseUnit}>
          <ChoiceField label={words.unit} name="unit" chosen={communityOf(where)} choices={communities} />
        </Filter>
      )}
      {wishes.items.length === 0 && (
        <Card>
          <Empty title={words.none} />
        </Card>
      )}
      {wishLanes.map((lane) => {
        const some = wishes.items.filter((wish) => wish.lane === lane);
        return some.length === 0 ? null : (
          <Card key={lane} title={words.lanes[lane]}>
            <ul class="divide-y divide-line">
              {some.map((wish) => (
                <WishRow key={wish.id} {...view} wish={wish} />
              ))}
            </ul>
          </Card>
        );
      })}
      <Turn path={where.path} query={where.query} next={wishes.next} labels={shellWords[where.look.language]} />
      {isCollecting && (
        <WishDialog
          asking="collect"
          words={words}
          where={where}
          communities={communities}
          onClose={() => setCollecting(false)}
          onDone={async () => {
            await refresh();
            setCollecting(false);
          }}
        />
      )}
    </div>
  );
}

function WishRow({ wish, words, where, refresh }: Shown & { readonly wish: ItemOf<'GET /api/wish-desk'> }) {
  const { language } = where.look;
  const file = `/wish-desk/${wish.id}`;
  return (
    <li class="py-3 flex flex-col gap-2">
      <p class="font-bold flex flex-wrap items-center gap-2">
        {wish.item}
        <Badge tone="gold">{words.about(numberText(wish.yuan, language))}</Badge>
        <Badge>{words.bands[wish.ageBand]}</Badge>
        {wish.late && <Badge tone="bad">{words.late}</Badge>}
      </p>
      <p>{wish.story}</p>
      <Parts
        class="text-soft"
        of={[
          wish.pseudonym,
          wish.claimer && `${words.claimer} ${wish.claimer}`,
          wish.until && (wish.lane === 'claimed' ? words.bringUntil : words.until)(dayText(wish.until, language)),
        ]}
      />
      <Steps
        words={words}
        where={where}
        wish={wish}
        onDone={async (asked) => (asked === 'handOver' ? location.assign(file) : refresh())}
      >
        <LinkButton kind="quiet" href={file} aria-label={words.openOf(wish.item)}>
          {words.open}
        </LinkButton>
      </Steps>
    </li>
  );
}
