import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { figuresWords } from '../../words/figures.ts';
import { Board } from '../overview/board.tsx';
import { UnitsTable } from '../overview/units-table.tsx';

/** The figures of all schools and communities together, and of each. */
export const districtPage = definePage({
  allow: ['district_admin'],
  frame: 'app',
  words: figuresWords,
  title: (words) => words.districtTitle,
  reads: ({ session }) => ({ figures: read('GET /api/figures', { query: { unit: session?.post.unit } }) }),
  view({ words, where: { look, session }, data: { figures } }) {
    const told = { words, look, figures };
    const links = { approvals: '/approvals', publicity: '/publicity-list' };
    return (
      <Board title={words.districtTitle} unitName={session?.post.unitName ?? ''} links={links} {...told}>
        <UnitsTable {...told} />
      </Board>
    );
  },
});
