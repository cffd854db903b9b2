import type { ItemOf } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { redeemForWords } from '../../words/redeem-for.ts';
import { Choose } from './choose.tsx';
import { type Given, reads } from './reads.ts';

/** A teacher redeems for a pupil and keeps or prints the code. */
export const redeemForPage = definePage({
  allow: ['leader', 'unit_admin'],
  frame: 'app',
  words: redeemForWords,
  title: (words, data) => words.title(data?.pupil.name ?? ''),
  reads,
  view: (given) => <RedeemFor {...given} />,
});

function RedeemFor(given: Given) {
  const { words, where, data } = given;
  const { pupil, redemptions } = data;
  const waiting = redemptions.items.filter(({ state }) => state === 'reserved');
  const isLeader = where.session?.post.role === 'leader';
  return (
    <div class="max-w-3xl mx-auto grid gap-4">
      <Heading
        title={words.title(pupil.name)}
        note={words.note(pupil.class, numberText(redemptions.points, where.look.language))}
      >
        <LinkButton kind="quiet" href={isLeader ? '/leader/cards' : `/pupils/${pupil.id}`}>
          {words.back}
        </LinkButton>
        {waiting.length > 0 && <PrintButton label={words.print} />}
      </Heading>
      {waiting.map((redemption) => (
        <Code key={redemption.id} {...given} redemption={redemption} />
      ))}
      <Choose {...given} />
    </div>
  );
}

type Redemption = ItemOf<'GET /api/volunteers/{volunteer}/redemptions'>;

function Code({ words, where: { look }, data: { pupil, desks }, redemption }: Given & { redemption: Redemption }) {
  const { name, code = '', qr = '', desk, pickUpUntil } = redemption;
  const place = desks.items.find(({ id }) => id === desk);
  return (
    <Card title={name}>
      <div class="grid gap-4 grid-cols-2 items-center break-inside-avoid">
        <div class="grid gap-2">
          <p class="font-bold">
            {pupil.name} {pupil.class}
          </p>
          <p class="text-2xl font-bold font-mono">
            {code.slice(0, 4)} {code.slice(4)}
          </p>
          {place && <p class="text-soft">{[place.name, place.place, place.hours].filter(Boolean).join(' · ')}</p>}
          <p>{words.pickUpBy(dayText(pickUpUntil, look.language))}</p>
        </div>
        <QrCode label={words.qr(name)} text={qr} class="w-full max-w-48 justify-self-end rounded-xl" />
      </div>
    </Card>
  );
}
