/** The wishes' door: the capability, and what the clock, the streams and the inbox call. */
export { carryClaims, giveBackClaims } from './carry.ts';
export { claimsOfPerson } from './claims-of.ts';
export { claimClockChanged, claimReminders, wishHappenings } from './happened.ts';
export { moveDueWishes } from './move-due.ts';
export { wishesCapability } from './routes.ts';
