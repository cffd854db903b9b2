import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { figuresWords } from '../../words/figures.ts';
import { Board } from './board.tsx';
import { UnitsTable } from './units-table.tsx';

/** A school's figures; whoever stands above opens it for one of the units below. */
export const overviewPage = definePage({
  allow: ['unit_admin', 'auditor', 'district_admin'],
  frame: 'app',
  words: figuresWords,
  title: (words) => words.overviewTitle,
  reads: ({ query, session }) => ({
    figures: read('GET /api/figures', { query: { unit: query.unit ?? session?.post.unit } }),
    units: read('GET /api/units'),
  }),
  view({ words, where: { look, session }, data: { figures, units } }) {
    const unit = units.items.find(({ id }) => id === figures.unit);
    const told = { words, look, figures };
    const mayAct = session?.post.role !== 'auditor';
    const links = mayAct
      ? { approvals: `/approvals?unit=${figures.unit}`, publicity: `/publicity-list?school=${unit?.code ?? ''}` }
      : undefined;
    return (
      <Board title={words.overviewTitle} unitName={unit?.name ?? ''} links={links} {...told}>
        {figures.units.length > 0 && <UnitsTable {...told} />}
      </Board>
    );
  },
});
