/** Asks one of the units that recorded hours for a certificate of the days chosen. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { hoursText, numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { Filter } from '../../ui/filter.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { CertificatesWords } from '../../words/certificates.ts';

type Issuer = ItemOf<'GET /api/me/certificates/issuers'>;
interface Wanted {
  readonly unit: string;
  readonly from?: string;
  readonly to?: string;
}
interface AskGiven {
  readonly words: CertificatesWords;
  readonly where: Where;
  readonly issuers: readonly Issuer[];
  ask(wanted: Wanted): Promise<unknown>;
  refresh(): Promise<void>;
}

export function Ask({ words, where: { query, look }, issuers, ask, refresh }: AskGiven) {
  const [isAsked, setAsked] = useState(false);
  const { from, to } = query;
  const asking = useAction(async (unit: string) => {
    await ask({ unit, ...(from && { from }), ...(to && { to }) });
    setAsked(true);
    await refresh();
  });
  return (
    <Card title={words.askTitle}>
      <p class="text-soft mb-4">{words.askLead}</p>
      <Filter label={words.askTitle} submit={words.periodGo}>
        <TextField label={words.from} name="from" type="date" value={from ?? ''} />
        <TextField label={words.to} name="to" type="date" value={to ?? ''} />
      </Filter>
      {asking.problem && <ProblemNote problem={asking.problem} look={look} />}
      {isAsked && !asking.problem && <DoneNote>{words.asked}</DoneNote>}
      {issuers.length === 0 && (
        <Empty title={words.noIssuer}>
          <p>{words.noIssuerNext}</p>
        </Empty>
      )}
      <ul class="divide-y divide-line">
        {issuers.map(({ unit, unitName, minutes, services }) => (
          <li key={unit} class="py-3 flex flex-wrap items-center justify-between gap-3">
            <span>
              <span class="block font-bold">{unitName}</span>
              <span class="text-soft">
                {words.issuer(words.hours(hoursText(minutes, look.language)), numberText(services, look.language))}
              </span>
            </span>
            <Button aria-label={words.askOf(unitName)} disabled={asking.isBusy} onClick={() => asking.run(unit)}>
              {words.ask}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
