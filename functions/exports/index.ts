/** The door of exports: the capability, and the work that its rows ask for. */
export { paperNeeded } from './certificate-rows.ts';
export { certificateFilesCapability, exportsCapability } from './routes.ts';
export { exportNeeded } from './rows.ts';
export { writeExport } from './write.ts';
export { writeCertificate } from './write-certificate.ts';
