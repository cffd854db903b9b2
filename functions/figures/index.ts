/** The figures' door: what the streams call, and the capability. */
export { figuresToRecount } from './follow.ts';
export { monthsBelow } from './months-below.ts';
export { poolOf } from './read-sums.ts';
export { figuresCapability } from './routes.ts';
