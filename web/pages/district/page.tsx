import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { figuresWords } from '../../words/figures.ts';
import { Board } from '../overview/board.tsx';
import { Period, periodReads } from '../overview/period.tsx';
import { NotBegun } from '../overview/start.tsx';
import { UnitsTable } from '../overview/units-table.tsx';

/** The figures of all schools and communities together, and of each. */
export const districtPage = definePage({
  allow: ['district_admin'],
  frame: 'app',
  words: figuresWords,
  title: (words) => words.districtTitle,
  reads(where) {
    const unit = where.session?.post.unit;
    return {
      figures: read('GET /api/figures', { query: { unit } }),
      ...periodReads(where, unit),
      start: read('GET /api/figures/start', { query: { unit } }),
    };
  },
  view({ words, where, data: { figures, period, teams, start } }) {
    const { look, session } = where;
    const told = { words, look, figures };
    const links = {
      approvals: '/approvals',
      publicity: '/publicity-list',
      objections: '/objections',
      requests: '/requests',
    };
    return (
      <Board title={words.districtTitle} unitName={session?.post.unitName ?? ''} links={links} {...told}>
        <Period {...told} where={where} period={period} teams={teams} />
        <NotBegun words={words} look={look} schools={start.items} />
        <UnitsTable {...told} />
      </Board>
    );
  },
});
