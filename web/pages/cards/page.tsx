import { useState } from 'preact/hooks';
import { type ItemOf, read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { rosteredAmong, schoolOf, unitOf } from '../../school.ts';
import { Empty, Heading } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Filter } from '../../ui/filter.tsx';
import { type SchoolWords, schoolWords } from '../../words/school.ts';
import { Choose } from './choose.tsx';
import { Requested } from './requested.tsx';
import { Sheet } from './sheet.tsx';
import type { Cards } from './shown.ts';

const readsOf = (where: Where) => {
  const school = schoolOf(where);
  const chosen = classOf(where);
  const query = { unit: unitOf(where), class: chosen, cursor: where.query.cursor };
  return {
    units: read('GET /api/units'),
    classes: school ? read('GET /api/classes', { query: { school } }) : undefined,
    requests:
      school && !chosen
        ? read('GET /api/card-requests', { query: { unit: school, cursor: where.query.cursor } })
        : undefined,
    pupils: school && chosen ? read('GET /api/volunteers', { query }) : undefined,
  };
};

export const cardsPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: schoolWords,
  title: (words) => words.cardsTitle,
  reads: readsOf,
  view: (view) => <CardsPage {...view} />,
});

type Given = View<SchoolWords, ReturnType<typeof readsOf>>;

/** A class's id begins with its school's: one that was chosen for another school is not chosen any more. */
const classOf = (where: Where) =>
  where.query.class?.startsWith(schoolOf(where) ?? '') ? where.query.class : undefined;

function CardsPage({ words, where, data }: Given) {
  const [cards, setCards] = useState<Cards>();
  const { classes, pupils, requests } = data;
  const chosen = classes?.items.find(({ id }) => id === classOf(where));
  if (cards) return <Sheet words={words} where={where} cards={cards} className={chosen?.label ?? ''} />;
  return (
    <>
      <Heading title={words.cardsTitle} note={words.cardsLead} />
      <SchoolChoice words={words} where={where} data={data} />
      {requests && <Requested where={where} school={schoolOf(where) ?? ''} requests={requests} />}
      {classes?.items.length === 0 && <Empty title={words.noClasses} />}
      {classes && !chosen && <ClassLinks words={words} where={where} classes={classes.items} />}
      {chosen && pupils && <Choose words={words} where={where} chosen={chosen} first={pupils} onMade={setCards} />}
    </>
  );
}

interface ClassLinksGiven extends Pick<Given, 'words' | 'where'> {
  readonly classes: readonly ItemOf<'GET /api/classes'>[];
}

const ClassLinks = ({ words, where, classes }: ClassLinksGiven) => (
  <nav aria-label={words.class}>
    <ul class="grid grid-cols-2 sm:grid-cols-4 xl:grid-cols-6 gap-3">
      {classes.map(({ id, school, label, volunteers }) => (
        <li key={id}>
          <a
            href={`${where.path}?${new URLSearchParams({ unit: school, class: id })}`}
            class="block p-4 rounded-xl bg-card border border-line hover:border-brand"
          >
            <span class="block font-bold whitespace-nowrap">{label}</span>
            <span class="block text-sm text-soft">{words.people(numberText(volunteers, where.look.language))}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** For posts above a school. */
function SchoolChoice({ words, where, data: { units } }: Pick<Given, 'words' | 'where' | 'data'>) {
  const schools = rosteredAmong(units.items).filter(({ id }) => id !== where.session?.post.unit);
  if (schools.length === 0) return null;
  return (
    <Filter label={words.chooseSchool} submit={words.show}>
      <div class="w-full sm:w-60">
        <SelectField name="unit" label={words.school} required>
          <option value="">{words.chooseSchool}</option>
          {schools.map(({ id, name }) => (
            <option key={id} value={id} selected={id === where.query.unit}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </Filter>
  );
}
