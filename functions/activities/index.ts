/** The door of activities: its capabilities, and what the clock, the streams and the inbox call. */
export { carrySignUps, freeUnmeant, giveBackSignUps, hasUnrecorded } from './carry.ts';
export { activityHappenings } from './happened.ts';
export { qualificationsOfPerson } from './qualifications.ts';
export { activitiesCapability, attendanceCapability, feedbackCapability, signUpsCapability } from './routes.ts';
export { signUpsOfPerson } from './signed-up.ts';
export { shiftToTend, tendDue, tendShift } from './tend.ts';
