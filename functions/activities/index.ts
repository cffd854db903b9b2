/** The door of activities: its capabilities, and what the clock, the streams and the inbox call. */
export { activityHappenings } from './happened.ts';
export { activitiesCapability, attendanceCapability, feedbackCapability, signUpsCapability } from './routes.ts';
export { shiftToTend, tendDue, tendShift } from './tend.ts';
