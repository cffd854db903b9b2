import type { leaderHome as zh } from '../zh-CN/leader-home.ts';
import { leader } from './leader.ts';

const plural = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

export const leaderHome: typeof zh = {
  ...leader,
  leaderTitle: 'My team',
  members: (count) => plural(count, 'member', 'members'),
  otherTeams: 'Go to another team',
  recordShift: 'Record a shift',
  weekSheet: 'Week sheet',
  merits: 'Register training, awards, skills',
  substitutes: 'Substitutes',
  newCards: 'Cards and redeeming',
  backTitle: 'Sent back, please correct',
  unsettled: (count) => `Activities over and not settled: ${count}`,
  openTitle: 'Waiting for you to confirm',
  shiftsTitle: 'Shifts',
  noShifts: 'No shift recorded yet',
  noShiftsNext: 'Come back after the activity: recording takes less than a minute.',
  fix: 'Correct',
  goConfirm: 'Confirm',
  older: 'Earlier shifts',
  newest: 'Back to the latest',
  stateCount: (state, count) => `${count} ${state}`,
};
