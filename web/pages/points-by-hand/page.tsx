import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { changesWords } from '../../words/changes.ts';
import { Find } from './find.tsx';

/** Somebody's points given, taken or waived by hand: found by name, proposed in a dialog. */
export const pointsByHandPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: changesWords,
  title: (words) => words.newPoints,
  reads: ({ query: { q, cursor }, session }) => ({
    found: q ? read('GET /api/volunteers', { query: { unit: session?.post.unit, q, cursor, limit: 20 } }) : undefined,
  }),
  view: ({ where, words, data }) => <Find where={where} words={words} found={data.found} />,
});
