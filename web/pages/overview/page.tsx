import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { exportsWords } from '../../words/exports.ts';
import { figuresWords } from '../../words/figures.ts';
import { Board } from './board.tsx';
import { Expected } from './expected.tsx';
import { Period, periodReads } from './period.tsx';
import { Checklist } from './start.tsx';
import { UnitsTable } from './units-table.tsx';

/** A school's figures; whoever stands above opens it for one of the units below. */
export const overviewPage = definePage({
  allow: ['unit_admin', 'auditor', 'district_admin'],
  frame: 'app',
  words: figuresWords,
  title: (words) => words.overviewTitle,
  reads(where) {
    const unit = where.query.unit ?? where.session?.post.unit;
    return {
      figures: read('GET /api/figures', { query: { unit } }),
      ...periodReads(where, unit),
      start: read('GET /api/figures/start', { query: { unit } }),
      units: read('GET /api/units'),
    };
  },
  view({ words, where, data: { figures, period, teams, start, units }, refresh }) {
    const { look, session } = where;
    const unit = units.items.find(({ id }) => id === figures.unit);
    const school = start.items.find((item) => item.unit === figures.unit);
    const told = { words, look, figures };
    const mayAct = session?.post.role !== 'auditor';
    const links = mayAct
      ? {
          approvals: `/approvals?unit=${figures.unit}`,
          publicity: `/publicity-list?school=${unit?.code ?? ''}`,
          objections: `/objections?unit=${figures.unit}`,
          requests: `/requests?unit=${figures.unit}`,
        }
      : undefined;
    return (
      <Board title={words.overviewTitle} unitName={unit?.name ?? ''} links={links} {...told}>
        <Period {...told} where={where} period={period} teams={teams} />
        {school && (
          <Checklist words={words} look={look} school={school}>
            {mayAct && <Expected words={words} look={look} school={school} refresh={refresh} />}
          </Checklist>
        )}
        {figures.units.length > 0 && <UnitsTable {...told} />}
        {mayAct && (
          <LinkButton kind="quiet" class="self-start" href="/exports">
            {exportsWords[look.language].title}
          </LinkButton>
        )}
      </Board>
    );
  },
});
