import { useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { rosteredAmong, schoolOf, unitOf } from '../../school.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Empty, Heading } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { exportsWords } from '../../words/exports.ts';
import { meritWords } from '../../words/merits.ts';
import { type SchoolWords, schoolWords } from '../../words/school.ts';
import { Pupils } from './pupils.tsx';
import { RegisterAdult } from './register-adult.tsx';

const readsOf = (where: Where) => {
  const { q, class: chosen, cursor } = where.query;
  const school = schoolOf(where);
  return {
    units: read('GET /api/units'),
    classes: school ? read('GET /api/classes', { query: { school } }) : undefined,
    pupils: read('GET /api/volunteers', { query: { unit: unitOf(where), q, class: chosen, cursor } }),
  };
};

export const pupilsPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: schoolWords,
  title: (words) => words.pupilsTitle,
  reads: readsOf,
  view: (view) => <PupilsPage {...view} />,
});

type Given = View<SchoolWords, ReturnType<typeof readsOf>>;

function PupilsPage({ words, where, data, refresh }: Given) {
  const { pupils, classes, units } = data;
  const [done, setDone] = useState('');
  const place = units.items.find(({ id }) => id === unitOf(where));
  const isCommunity = place?.kind === 'community';
  const total = words.people(numberText(pupils.total, where.look.language));
  return (
    <>
      <Heading title={isCommunity ? words.volunteersTitle : words.pupilsTitle} note={total}>
        {where.query.class && (
          <LinkButton
            kind="quiet"
            href={`/slips?${new URLSearchParams({ unit: unitOf(where), class: where.query.class })}`}
          >
            {words.slips}
          </LinkButton>
        )}
        {where.session?.post.role === 'unit_admin' && (
          <LinkButton kind="quiet" href="/merits">
            {meritWords[where.look.language].title}
          </LinkButton>
        )}
        <LinkButton kind="quiet" href="/imports">
          {words.goImport}
        </LinkButton>
        <LinkButton kind="quiet" href="/exports">
          {exportsWords[where.look.language].title}
        </LinkButton>
        {isCommunity && (
          <RegisterAdult
            where={where}
            community={place.id}
            onDone={async (told) => {
              setDone(told);
              await refresh();
            }}
          />
        )}
      </Heading>
      {done && <DoneNote>{done}</DoneNote>}
      <Search words={words} where={where} data={data} />
      {pupils.items.length === 0 ? (
        <Empty title={words.noPupils}>
          <p>{words.noPupilsNext}</p>
        </Empty>
      ) : (
        <Pupils
          words={words}
          where={where}
          pupils={pupils.items}
          chosenClass={classes?.items.find(({ id }) => id === where.query.class)}
          refresh={refresh}
        />
      )}
      <Turn path={where.path} query={where.query} next={pupils.next} labels={words} />
    </>
  );
}

function Search({ words, where, data: { units, classes } }: Pick<Given, 'words' | 'where' | 'data'>) {
  const schools = rosteredAmong(units.items).filter(({ id }) => id !== where.session?.post.unit);
  return (
    <Filter label={words.filter} submit={words.search}>
      <div class="w-full sm:w-60">
        <TextField type="search" name="q" label={words.q} value={where.query.q} maxLength={40} />
      </div>
      {schools.length > 0 && (
        <div class="w-full sm:w-60">
          <SelectField name="unit" label={words.school}>
            <option value="">{words.allSchools}</option>
            {schools.map(({ id, name }) => (
              <option key={id} value={id} selected={id === where.query.unit}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {classes && (
        <div class="w-full sm:w-40">
          <SelectField name="class" label={words.class}>
            <option value="">{words.allClasses}</option>
            {classes.items.map(({ id, label }) => (
              <option key={id} value={id} selected={id === where.query.class}>
                {label}
              </option>
            ))}
          </SelectField>
        </div>
      )}
    </Filter>
  );
}
