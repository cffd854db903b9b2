import { read } from '../../api/read.ts';
import { definePage, type Where } from '../../page.ts';
import { approvalsWords } from '../../words/approvals.ts';
import { Queue } from './queue.tsx';

/** Whoever stands above several units has no queue before one of them is chosen. */
function readsOf({ query, session }: Where) {
  const unit = query.unit ?? session?.post.unit;
  const isChosen = query.unit !== undefined || session?.post.role !== 'district_admin';
  return {
    queue: read('GET /api/approvals', { query: { unit, cursor: query.cursor } }),
    figures: isChosen ? read('GET /api/figures', { query: { unit } }) : undefined,
    units: read('GET /api/units'),
  };
}

export const approvalsPage = definePage({
  allow: ['approver', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: approvalsWords,
  title: (words) => words.title,
  reads: readsOf,
  view: (view) => <Queue {...view} />,
});
