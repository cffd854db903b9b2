/** Door and phone, asked for when they are needed: each look is logged. */
import { useState } from 'preact/hooks';
import { type AnswerOf, pathOf } from '../../api/read.ts';
import { fetchRead } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { OrderTeamWords } from '../../words/order-team.ts';

type Contact = AnswerOf<'GET /api/orders/{order}/contact'>;

export function Door({ order, words, look }: { order: string; words: OrderTeamWords; look: Look }) {
  const [contact, setContact] = useState<Contact>();
  const show = useAction(async () => {
    const path = pathOf('GET /api/orders/{order}/contact', { params: { order } });
    setContact(await fetchRead<'GET /api/orders/{order}/contact'>(path));
  });
  if (contact)
    return (
      <Facts
        of={[
          [words.person, contact.name],
          [
            words.phone,
            <a key="call" class="link tabular-nums" href={`tel:${contact.phone}`}>
              {contact.phone}
            </a>,
          ],
          [words.address, contact.address],
        ]}
      />
    );
  return (
    <div class="flex flex-col gap-2">
      <Button kind="quiet" disabled={show.isBusy} onClick={() => show.run()}>
        {words.door}
      </Button>
      <p class="text-sm text-soft">{words.doorNote}</p>
      {show.problem && <ProblemNote problem={show.problem} look={look} />}
    </div>
  );
}
