/** The notices' door: what the streams and the clock call, and the capability. */
export { noticesOfChange } from './follow.ts';
export { noticesCapability } from './routes.ts';
export { remindDue } from './watch.ts';
