/** The notices' door: what the streams and the clock call, and the capability. */
export { noticesOfChange, told } from './follow.ts';
export { noticesCapability } from './routes.ts';
export { remindDue } from './watch.ts';
