import type { VolunteerWords } from '../volunteer.ts';

export const volunteer: VolunteerWords = {
  pointsTitle: 'My time bank',
  available: 'Points available',
  points: (count) => `${count} points`,
  stars: (level) => `${level} ${level === 1 ? 'star' : 'stars'}`,
  starsOf: { primary: 'Primary school', junior: 'Junior high', senior: 'Senior high', national: 'National' },
  toNext: (hours, level) => `${hours} more hours to star ${level}`,
  topStar: 'Highest star reached',
  hours: 'hours',
  hoursTotal: 'Hours of life',
  hoursYear: 'This school year',
  debt: (count) => `${count} points are owed; new points pay these first`,
  expiring: (count, day) => `${count} points until ${day}`,
  expiringTitle: 'Good until',
  entriesTitle: 'Entries',
  noEntries: 'No points yet',
  noEntriesNext: 'Take part in a shift: once it counts, points arrive here.',
  entryKinds: { service: 'Service', redeem: 'Reward', return: 'Returned', expire: 'Expired' },
  minutes: (count) => `${count} minutes`,
  balanceAfter: (count) => `${count} left`,
  goShop: 'To the rewards',
};
