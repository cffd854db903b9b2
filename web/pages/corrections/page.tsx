import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { changesWords } from '../../words/changes.ts';
import { Changes } from './changes.tsx';

export const correctionsPage = definePage({
  allow: ['approver', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: changesWords,
  title: (words) => words.title,
  reads: ({ query, session }) => {
    const unit = query.unit ?? session?.post.unit;
    const state = query.state === 'closed' ? 'closed' : 'open';
    return {
      changes: read('GET /api/changes', { query: { unit, state, cursor: query.cursor } }),
      units: read('GET /api/units'),
      pool: session?.post.role === 'approver' ? undefined : read('GET /api/pool', { query: { unit } }),
    };
  },
  view: (view) => <Changes {...view} />,
});
