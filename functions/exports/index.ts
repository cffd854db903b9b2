/** The door of exports: the capabilities. What writes their files is heavy and has a door of its own. */
export { certificateFilesCapability, exportsCapability } from './routes.ts';
