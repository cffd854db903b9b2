/** The door of exports: the capability, and the work that its rows ask for. */
export { exportsCapability } from './routes.ts';
export { exportNeeded } from './rows.ts';
export { writeExport } from './write.ts';
