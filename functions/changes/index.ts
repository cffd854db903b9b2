/** The door of changes: the stories that cross everything. */
export { changesCapability } from './routes.ts';
