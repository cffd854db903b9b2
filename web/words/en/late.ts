import type { late as zh } from '../zh-CN/late.ts';

export const late: typeof zh = {
  late: {
    leader: 'The leader should confirm now',
    approval: 'Approval is late',
    alarm: 'The legal limit is near',
    legal: 'Past the legal 10 working days',
  },
  askedBy: (count) => `${count} asking`,
};
