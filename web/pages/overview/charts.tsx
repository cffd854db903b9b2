import { hoursText, numberText } from '../../format.ts';
import { monthText } from '../../month.ts';
import { Bars } from '../../ui/charts/bars.tsx';
import { Chart } from '../../ui/charts/chart.tsx';
import { Donut } from '../../ui/charts/donut.tsx';
import { Ranking } from '../../ui/charts/ranking.tsx';
import type { Told } from './told.ts';

export function MonthsChart({ words, look: { language }, figures: { months } }: Told) {
  const [first, last] = [months[0], months.at(-1)];
  const most = months.reduce((one, other) => (other.minutes > one.minutes ? other : one), months[0] ?? noMonth);
  const range = [
    monthText(first?.month ?? noMonth.month, language),
    monthText(last?.month ?? noMonth.month, language),
  ] as const;
  const mostText = [monthText(most.month, language), hoursText(most.minutes, language)] as const;
  return (
    <Chart
      title={words.monthsTitle}
      label={words.monthsLabel(...range, ...mostText)}
      empty={most.minutes === 0 ? words.monthsEmpty : undefined}
      table={{
        title: words.table,
        columns: [words.month, words.hoursUnit, words.records],
        rows: months.map(({ month, minutes, records }) => [
          monthText(month, language),
          hoursText(minutes, language),
          numberText(records, language),
        ]),
      }}
    >
      <p class="text-sm text-soft">{words.monthsRange(...range)}</p>
      <Bars
        bars={months.map(({ month, minutes }) => ({
          name: monthText(month, language),
          mark: String(Number(month.slice(5))),
          value: minutes / 60,
        }))}
        tickText={(hours) => numberText(hours, language)}
      />
    </Chart>
  );
}

const noMonth = { month: '2000-01', minutes: 0, records: 0 };

export function StarsChart({ words, look: { language }, figures }: Told) {
  const all = figures.stars.reduce((sum, { volunteers }) => sum + volunteers, 0);
  const starred = figures.stars.reduce((sum, { level, volunteers }) => sum + (level > 0 ? volunteers : 0), 0);
  const parts = figures.stars.map(({ level, volunteers }) => ({
    name: words.stars(level),
    value: volunteers,
    text: numberText(volunteers, language),
  }));
  return (
    <Chart
      title={words.starsTitle}
      label={words.starsLabel(numberText(starred, language), numberText(all, language))}
      empty={all === 0 ? words.starsEmpty : undefined}
      table={{
        title: words.table,
        columns: [words.star, words.byHours, words.met],
        rows: parts.map(({ name, text }, at) => [name, text, numberText(figures.stars[at]?.met ?? 0, language)]),
      }}
    >
      <Donut parts={parts} total={numberText(all, language)} totalName={words.people} />
    </Chart>
  );
}

export function TeamsChart({ words, look: { language }, figures: { teamsTop } }: Told) {
  const rows = teamsTop.map(({ team, name, minutes }) => ({
    id: team,
    name,
    value: minutes,
    text: `${hoursText(minutes, language)} ${words.hoursUnit}`,
  }));
  const first = teamsTop[0];
  return (
    <Chart
      title={words.teamsTitle}
      label={words.teamsLabel(first?.name ?? '', hoursText(first?.minutes ?? 0, language))}
      empty={first ? undefined : words.teamsEmpty}
      table={{
        title: words.table,
        columns: [words.team, words.hoursUnit],
        rows: teamsTop.map(({ name, minutes }) => [name, hoursText(minutes, language)]),
      }}
    >
      <Ranking rows={rows} places />
    </Chart>
  );
}

export function GradesChart({ words, look: { language }, figures: { grades } }: Told) {
  const all = grades.reduce((sum, { records }) => sum + records, 0);
  const rows = grades.map(({ grade, records }) => ({
    id: grade,
    name: words.grades[grade],
    value: records,
    text: numberText(records, language),
  }));
  return (
    <Chart
      title={words.gradesTitle}
      label={words.gradesLabel(numberText(all, language))}
      empty={all === 0 ? words.gradesEmpty : undefined}
      table={{
        title: words.table,
        columns: [words.grade, words.records],
        rows: rows.map(({ name, text }) => [name, text]),
      }}
    >
      <Ranking rows={rows} />
    </Chart>
  );
}
