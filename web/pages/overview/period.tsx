/** What was served, earned and redeemed in a month or a school year, of everybody or of one team. */
import { type AnswerOf, read } from '../../api/read.ts';
import { hoursText, numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Card, Figure } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Filter } from '../../ui/filter.tsx';
import { schoolYearOf, schoolYears } from './school-years.ts';
import type { Told } from './told.ts';

export const periodReads = (where: Where, unit: string | undefined) => ({
  period: read('GET /api/figures/period', {
    query: { unit, team: where.query.team, period: where.query.period ?? schoolYearOf(where) },
  }),
  teams: read('GET /api/teams', { query: { unit } }),
});

interface PeriodGiven extends Told {
  readonly where: Where;
  readonly period: AnswerOf<'GET /api/figures/period'>;
  /** The first of the unit's, by age. */
  readonly teams: AnswerOf<'GET /api/teams'>;
}

export function Period(given: PeriodGiven) {
  const { words, look, period } = given;
  const { language } = look;
  const { served, points, redemptions } = period;
  const count = (value: number) => numberText(value, language);
  const grid = 'grid gap-4 grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]';
  return (
    <Card title={words.periodTitle}>
      <Choice {...given} />
      <div class={grid}>
        <Figure name={words.hours} value={hoursText(served.minutes, language)} note={words.hoursUnit} />
        <Figure name={words.records} value={count(served.records)} />
        <Figure name={words.sessions} value={count(served.sessions)} />
        <Figure name={words.peopleServed} value={count(period.people)} note={words.peopleServedNote} />
        <Figure name={words.lateRecords} value={count(period.late)} />
        {points &&
          (['issued', 'spent', 'expired', 'pool'] as const).map((name) => (
            <Figure key={name} name={words[name]} value={count(points[name])} />
          ))}
        {points && <Figure name={words.outstanding} value={count(points.outstanding)} note={words.outstandingNote} />}
      </div>
      {points && (
        <>
          <h3 class="font-bold mt-6 mb-3">{words.redeemed}</h3>
          <div class={grid}>
            {redemptions.map(({ kind, count: fetched }) => (
              <Figure key={kind} name={words.kinds[kind]} value={count(fetched)} />
            ))}
          </div>
        </>
      )}
    </Card>
  );
}

/** The unit's teams, and whichever of the busiest stand on a later page of them. */
const chosenFrom = (
  { teamsTop }: Pick<PeriodGiven['figures'], 'teamsTop'>,
  teams: PeriodGiven['teams'],
): ReadonlyMap<string, string> =>
  new Map([
    ...teamsTop.map(({ team, name }) => [team, name] as const),
    ...teams.items.map(({ id, name }) => [id, name] as const),
  ]);

function Choice({ words, where, figures, period, teams }: PeriodGiven) {
  return (
    <Filter label={words.periodTitle} submit={words.show}>
      <input type="hidden" name="unit" value={figures.unit} />
      <div class="min-w-40">
        <SelectField label={words.period} name="period" value={period.period}>
          {schoolYears(where).map((one) => (
            <option key={one} value={String(one)}>
              {words.schoolYear(one)}
            </option>
          ))}
          {[...figures.months].reverse().map(({ month }) => (
            <option key={month} value={month}>
              {month}
            </option>
          ))}
        </SelectField>
      </div>
      <div class="min-w-40">
        <SelectField label={words.team} name="team" value={where.query.team ?? ''}>
          <option value="">{words.everyTeam}</option>
          {[...chosenFrom(figures, teams)].map(([team, name]) => (
            <option key={team} value={team}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </Filter>
  );
}
