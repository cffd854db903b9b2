/** Follows an order by its link and four digits, without an account; and rates it. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { definePage, type View } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type OrdersWords, ordersWords } from '../../words/orders.ts';
import { type Followed, Progress, StateBadge, windowText } from '../my-orders/progress.tsx';
import { RateDialog } from '../my-orders/rate-dialog.tsx';

export const trackPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: ordersWords,
  title: (words) => words.trackTitle,
  reads: () => ({}),
  view: (view) => <Track {...view} />,
});

function Track({ words, where }: View<OrdersWords, Record<string, never>>) {
  const [order, setOrder] = useState<Followed>();
  const [code, setCode] = useState('');
  const link = where.params.link ?? '';
  const show = useAction(async (typed: string) => {
    setOrder(await send('POST /api/tracks', { body: { link, code: typed } }));
    setCode(typed);
  });
  return (
    <div class="max-w-md mx-auto flex flex-col gap-4">
      <Heading title={words.trackTitle} note={order ? undefined : words.trackLead} />
      {!order && (
        <Card>
          <form
            class="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              show.run(fieldText(new FormData(event.currentTarget), 'code'));
            }}
          >
            <TextField
              label={words.code}
              name="code"
              inputMode="numeric"
              pattern="\d{4}"
              maxLength={4}
              autocomplete="off"
              required
            />
            {show.problem && <ProblemNote problem={show.problem} look={where.look} />}
            <Button type="submit" wide disabled={show.isBusy}>
              {words.show}
            </Button>
          </form>
        </Card>
      )}
      {order && <Shown {...{ order, words, where, link, code }} onRated={setOrder} />}
    </div>
  );
}

interface ShownGiven extends Pick<View<OrdersWords, Record<string, never>>, 'words' | 'where'> {
  readonly order: Followed;
  readonly link: string;
  readonly code: string;
  onRated(order: Followed): void;
}

function Shown({ order, words, where: { look }, link, code, onRated }: ShownGiven) {
  const [isRating, setRating] = useState(false);
  return (
    <Card title={order.title} aside={<StateBadge state={order.state} words={words} />}>
      <p class="mb-3">{windowText(order, look.language)}</p>
      <Progress order={order} words={words} language={look.language} />
      <div class="mt-4 flex flex-col gap-2 empty:hidden">
        {order.mayRate && (
          <Button wide onClick={() => setRating(true)}>
            {words.rate}
          </Button>
        )}
        {order.state === 'rated' && <DoneNote>{words.rated}</DoneNote>}
      </div>
      {isRating && (
        <RateDialog
          words={words}
          look={look}
          onClose={() => setRating(false)}
          send={async (said) => {
            onRated(await send('POST /api/tracks/rating', { body: { link, code, ...said } }));
            setRating(false);
          }}
        />
      )}
    </Card>
  );
}
