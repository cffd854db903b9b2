/** What is unlikely about a unit's hours, to be looked into and closed with a reason. */
import { read } from '../../api/read.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Card, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { NothingWaits } from '../../ui/nothing-waits.tsx';
import { type AnomalyWords, anomalyWords } from '../../words/anomalies.ts';
import { shellWords } from '../../words/shell.ts';
import { unitsWithin } from '../approvals/units.ts';
import { AnomalyCard } from './anomaly-card.tsx';

const unitOf = ({ query, session }: Where) => query.unit ?? session?.post.unit ?? '';
const stateOf = ({ query }: Where) => (query.state === 'closed' ? 'closed' : 'open');
const states = ['open', 'closed'] as const;
const readsOf = (where: Where) => ({
  anomalies: read('GET /api/anomalies', {
    query: { unit: unitOf(where), state: stateOf(where), cursor: where.query.cursor },
  }),
  units: read('GET /api/units'),
});
type Shown = View<AnomalyWords, ReturnType<typeof readsOf>>;

export const anomaliesPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: anomalyWords,
  title: (words) => words.title,
  reads: readsOf,
  view: (view) => <Anomalies {...view} />,
});

function Anomalies(view: Shown) {
  const { words, where, data, refresh } = view;
  const { items, next } = data.anomalies;
  const { look, path, query } = where;
  return (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={words.lead} />
      <Choice {...view} />
      {items.length === 0 ? (
        <Card>
          <NothingWaits where={where} title={words.emptyTitle[stateOf(where)]} next={words.emptyNext} />
        </Card>
      ) : (
        items.map((one) => <AnomalyCard key={one.id} anomaly={one} words={words} look={look} refresh={refresh} />)
      )}
      <Turn path={path} query={query} next={next} labels={shellWords[look.language]} />
    </div>
  );
}

function Choice({ words, where, data }: Shown) {
  const units = unitsWithin(data.units.items, where.session?.post.unit ?? '');
  return (
    <Filter label={words.show} submit={words.show}>
      {units.length > 1 && (
        <ChoiceField
          label={words.unit}
          name="unit"
          chosen={unitOf(where)}
          choices={units.map(({ id, name }) => [id, name])}
        />
      )}
      <div class="min-w-40">
        <SelectField label={words.state} name="state" value={stateOf(where)}>
          {states.map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </SelectField>
      </div>
    </Filter>
  );
}
