import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { changesWords } from '../../words/changes.ts';
import { Choose } from './choose.tsx';

/** Team, shift, person: each choice is an address, so that it works without script and can be kept. */
export const correctionNewPage = definePage({
  allow: ['approver', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: changesWords,
  title: (words) => words.newCorrection,
  reads: ({ query: { team, shift, cursor } }) => ({
    teams: team || shift ? undefined : read('GET /api/teams', { query: { cursor } }),
    shifts: team && !shift ? read('GET /api/shifts', { query: { team, cursor } }) : undefined,
    shown: shift ? read('GET /api/shifts/{shift}', { params: { shift } }) : undefined,
  }),
  view: (view) => <Choose {...view} />,
});
