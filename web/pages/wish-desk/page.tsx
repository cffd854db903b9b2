/** The community's side of wishes: check, receive, hand over, look again. */
import { useState } from 'preact/hooks';
import { wishLanes } from '../../../shared/rules/wish-states.ts';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Parts } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { shellWords } from '../../words/shell.ts';
import { type WishesWords, wishesWords } from '../../words/wishes.ts';
import { communitiesOf, communityOf } from '../order-desk/communities.ts';
import { type Asking, WishDialog } from './wish-dialog.tsx';

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
            setCollecting(false);
            await refresh();
          }}
        />
      )}
    </div>
  );
}

function WishRow({ wish, words, where, refresh }: Shown & { readonly wish: ItemOf<'GET /api/wish-desk'> }) {
  const [asking, setAsking] = useState<Asking>();
  const params = { wish: wish.id };
  const { look } = where;
  const step = useAction(async (name: 'receipt' | 'again' | 'takeOff') => {
    if (name === 'receipt') await send('POST /api/wishes/{wish}/receipt', { params, body: {} });
    else
      await send('POST /api/wishes/{wish}/review', {
        params,
        body: { decision: name === 'again' ? 'list' : 'withdraw' },
      });
    await refresh();
  });
  const button = (to: Asking, label: string, kind: 'main' | 'quiet' | 'danger' = 'main') => (
    <Button kind={kind} onClick={() => setAsking(to)}>
      {label}
    </Button>
  );
  return (
    <li class="py-3 flex flex-col gap-2">
      <p class="font-bold flex flex-wrap items-center gap-2">
        {wish.item}
        <Badge tone="gold">{words.about(numberText(wish.yuan, look.language))}</Badge>
        <Badge>{words.bands[wish.ageBand]}</Badge>
        {wish.late && <Badge tone="bad">{words.late}</Badge>}
      </p>
      <p>{wish.story}</p>
      <Parts
        class="text-soft"
        of={[
          wish.pseudonym,
          wish.claimer && `${words.claimer} ${wish.claimer}`,
          wish.until && (wish.lane === 'claimed' ? words.bringUntil : words.until)(dayText(wish.until, look.language)),
        ]}
      />
      {step.problem && <ProblemNote problem={step.problem} look={look} />}
      <div class="flex flex-wrap gap-2 empty:hidden">
        {wish.lane === 'moderate' && button('moderate', words.list)}
        {wish.lane === 'moderate' && button('turnDown', words.turnDown, 'danger')}
        {wish.lane === 'listed' && button('company', words.company, 'quiet')}
        {wish.lane === 'claimed' && <Button onClick={() => step.run('receipt')}>{words.receive}</Button>}
        {wish.lane === 'received' && button('handOver', words.handOver)}
        {wish.lane === 'review' && <Button onClick={() => step.run('again')}>{words.again}</Button>}
        {wish.lane === 'review' && (
          <Button kind="quiet" onClick={() => step.run('takeOff')}>
            {words.takeOff}
          </Button>
        )}
      </div>
      {asking && (
        <WishDialog
          asking={asking}
          wish={wish}
          words={words}
          where={where}
          communities={[]}
          onClose={() => setAsking(undefined)}
          onDone={async () => {
            setAsking(undefined);
            await refresh();
          }}
        />
      )}
    </li>
  );
}
