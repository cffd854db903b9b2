import type { publicFigures as zh } from '../zh-CN/public-figures.ts';

export const publicFigures: typeof zh = {
  title: 'Public figures',
  titleOf: (school) => `${school} · public figures`,
  lead: 'Only months that have ended are shown. A number of too few people, not surely 5, is not, nor is it part of a sum.',
  go: 'Public figures',
  goLists: 'Public lists',
  few: 'Too few people',
  hiddenMonths: (count) =>
    `${count} ${count === '1' ? 'month has' : 'months have'} too few people: not shown, and no part of the sums`,
  year: 'School year',
  show: 'Show',
  yearTitle: 'The whole school year',
  monthsEmpty: 'No month of this school year can be shown yet',
  served: 'Service by month',
  pointsTitle: 'Points and rewards by month',
  late: 'Records approved late',
  redeemed: 'Rewards handed over',
};
