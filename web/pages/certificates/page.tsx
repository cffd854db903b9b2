import { read } from '../../api/read.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { type CertificatesWords, certificatesWords } from '../../words/certificates.ts';
import { shellWords } from '../../words/shell.ts';
import { unitsWithin } from '../approvals/units.ts';
import { Application } from './application.tsx';

const stateOf = ({ query }: Where) => (query.state === 'closed' ? 'closed' : 'open');
const unitOf = ({ query, session }: Where) => query.unit ?? session?.post.unit ?? '';
const readsOf = (where: Where) => ({
  queue: read('GET /api/certificates', {
    query: { unit: unitOf(where), state: stateOf(where), cursor: where.query.cursor, limit: 20 },
  }),
  units: read('GET /api/units'),
});
type Shown = View<CertificatesWords, ReturnType<typeof readsOf>>;

export const certificatesPage = definePage({
  allow: ['approver', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: certificatesWords,
  title: (words) => words.queueTitle,
  reads: readsOf,
  view: (view) => <Queue {...view} />,
});

function Queue({ words, where, data: { queue, units }, refresh }: Shown) {
  const within = unitsWithin(units.items, where.session?.post.unit ?? '');
  return (
    <div class="max-w-4xl mx-auto">
      <Heading title={words.queueTitle} note={words.queueLead} />
      <Filter label={words.queueTitle} submit={words.unitGo}>
        <ChoiceField
          label={words.unit}
          name="unit"
          chosen={unitOf(where)}
          choices={within.map(({ id, name }) => [id, name])}
        />
        <ChoiceField
          label={words.which}
          name="state"
          chosen={stateOf(where)}
          choices={[
            ['open', words.open],
            ['closed', words.closed],
          ]}
        />
      </Filter>
      {queue.items.length === 0 && (
        <Card>
          <Empty title={stateOf(where) === 'open' ? words.emptyOpen : words.emptyClosed}>
            <p>{words.emptyNext}</p>
          </Empty>
        </Card>
      )}
      <div class="grid gap-4">
        {queue.items.map((one) => (
          <Application key={one.id} words={words} look={where.look} of={one} refresh={refresh} />
        ))}
      </div>
      <Turn path={where.path} query={where.query} next={queue.next} labels={shellWords[where.look.language]} />
    </div>
  );
}
