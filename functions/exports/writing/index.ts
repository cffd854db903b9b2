/** The door for whoever writes the files that rows ask for: the API, which never does, carries none of its weight. */
export { paperNeeded } from '../certificate-rows.ts';
export { exportNeeded } from '../rows.ts';
export { writeExport } from './write.ts';
export { writeCertificate } from './write-certificate.ts';
