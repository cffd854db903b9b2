/** The rewards' door: the clock returns what nobody picked up. */
export { returnOverdue } from './return-overdue.ts';
export { rewardsCapability } from './routes.ts';
