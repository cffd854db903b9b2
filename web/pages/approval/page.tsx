import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { approvalsWords } from '../../words/approvals.ts';
import { Review } from './review.tsx';

export const approvalPage = definePage({
  allow: ['approver', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: approvalsWords,
  reads: ({ params }) => ({
    shown: read('GET /api/shifts/{shift}', { params }),
  }),
  title: (words, data) => data?.shown.shift.name ?? words.shiftTitle,
  view: (view) => <Review {...view} />,
});
