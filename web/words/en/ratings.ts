import type { ratings as zh } from '../zh-CN/ratings.ts';

export const ratings: typeof zh = {
  title: 'Rate those who took part',
  lead: 'Only the person, the guardians and the school see it; it is not public. It can be changed until final.',
  back: 'Back to this shift',
  allFive: 'Give 5 to all who have none',
  qualityOf: (name) => `Rating of ${name}`,
  none: 'None',
  qualities: ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'],
  tagsOf: (name) => `What ${name} did well`,
  tags: {
    punctual: 'On time',
    careful: 'Careful',
    friendly: 'Friendly',
    helpful: 'Helpful',
    safe: 'Safe',
    leads: 'Leads others',
  },
  save: (count) => `Save ${count} ratings`,
  saved: (count) => `${count} ratings saved`,
  closed: 'Final: it cannot be changed',
  nobody: 'Nobody of this shift can be rated.',
  mine: 'The leader’s rating',
};
