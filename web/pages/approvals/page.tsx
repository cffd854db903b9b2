import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { approvalsWords } from '../../words/approvals.ts';
import { Queue } from './queue.tsx';

export const approvalsPage = definePage({
  allow: ['approver', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: approvalsWords,
  title: (words) => words.title,
  reads: ({ query, session }) => ({
    queue: read('GET /api/approvals', {
      query: { unit: query.unit ?? session?.post.unit, cursor: query.cursor },
    }),
    units: read('GET /api/units'),
  }),
  view: (view) => <Queue {...view} />,
});
