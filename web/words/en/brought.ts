import type { brought as zh } from '../zh-CN/brought.ts';

export const brought: typeof zh = {
  title: 'Brought from another district',
  lead: 'Kept as a record: not part of the hours, stars and points here.',
  moveMore:
    'This leads to another district. Hours and stars go along as a record; points stay, to be used with the old sign-in.',
  hours: (count) => `${count} hours`,
  on: (day) => `until ${day}`,
  stars: {
    primary: (level) => `primary school, star ${level}`,
    junior: (level) => `junior high, star ${level}`,
    senior: (level) => `senior high, star ${level}`,
    national: (level) => `volunteer, star ${level}`,
  },
};
