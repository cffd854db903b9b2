import { read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Figure, Heading } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Filter } from '../../ui/filter.tsx';
import { figuresWords } from '../../words/figures.ts';
import { publicFiguresWords } from '../../words/public-figures.ts';
import { schoolYearOf, schoolYears } from '../overview/school-years.ts';
import { PointsByMonth, ServedByMonth, ServedChart } from './months.tsx';
import { type Told, YearNumbers } from './year.tsx';

/** What everybody may know of a school, month by month: nobody signs in to read it. */
export const publicFiguresPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: publicFiguresWords,
  title: (words) => words.title,
  reads: (where) => ({
    figures: read('GET /api/public/figures/{school}', {
      params: where.params,
      query: { year: where.query.year ?? String(schoolYearOf(where)) },
    }),
  }),
  view({ words, where, data: { figures } }) {
    const told = { words, board: figuresWords[where.look.language], language: where.look.language, figures };
    return (
      <div class="flex flex-col gap-4 lg:gap-6">
        <Heading title={words.titleOf(figures.name)} note={words.lead}>
          <LinkButton kind="quiet" href={`/publicity/${where.params.school ?? ''}`}>
            {words.goLists}
          </LinkButton>
        </Heading>
        <Present {...told} />
        <Choice {...told} where={where} />
        <YearNumbers {...told} />
        <ServedChart {...told} />
        <ServedByMonth {...told} />
        <PointsByMonth {...told} />
      </div>
    );
  },
});

function Present({ words, board, language, figures: { teams, volunteers } }: Told) {
  const shown = (count: number | null) => (count === null ? words.few : numberText(count, language));
  return (
    <div class="grid gap-4 grid-cols-2 lg:grid-cols-4">
      <Figure name={board.teams} value={shown(teams)} />
      <Figure name={board.volunteers} value={shown(volunteers.all)} />
      <Figure name={board.online} value={shown(volunteers.online)} note={board.onlineNote} />
      <Figure name={board.offline} value={shown(volunteers.offline)} note={board.offlineNote} />
    </div>
  );
}

const Choice = ({ words, board, where }: Told & { readonly where: Where }) => (
  <Filter label={words.year} submit={words.show}>
    <div class="min-w-40">
      <SelectField label={words.year} name="year" value={where.query.year ?? String(schoolYearOf(where))}>
        {schoolYears(where).map((year) => (
          <option key={year} value={String(year)}>
            {board.schoolYear(year)}
          </option>
        ))}
      </SelectField>
    </div>
  </Filter>
);
