/** The wishes' door: the capability, and what the clock calls. */
export { moveDueWishes } from './move-due.ts';
export { wishesCapability } from './routes.ts';
