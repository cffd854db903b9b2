/** The door of hours: its capability, and what the clock and the streams call. */
export { finaliseDue } from './finalise.ts';
export { readWholeShift, type WholeShift } from './read-whole-shift.ts';
export { refreshShift, shiftToRefresh } from './refresh-shift.ts';
export { hoursCapability } from './routes.ts';
