/**
 * Writes the PDF of a certificate. As with every file of exports: one place, there whole or not at all, and the row
 * says once that it is ready, however often the work is done.
 */
import { readPaper } from '../../hours/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { type PaperJob, paperJobAt, paperJobOf } from '../certificate-rows.ts';
import { type ExportName, fileOf } from '../rows.ts';
import { certificatePdf } from './certificate-pdf.ts';

/** @param fonts the folder of the fonts, laid out as in their package */
export async function writeCertificate(tools: Tools, name: ExportName, fonts: URL): Promise<void> {
  const [item] = await tools.store.get([paperJobAt(name)]);
  const job = item && paperJobOf(item);
  if (job?.state !== 'waiting') return;
  const { volunteer, certificate, origin } = job;
  const paper = await readPaper(tools, { district: name.district, volunteer, id: certificate });
  // Nothing is frozen that could be printed, and no further try would find it.
  if (!paper) return end(tools, name, 'failed');
  await tools.files.put(fileOf(name), await certificatePdf(paper, { origin, fonts }));
  await end(tools, name, 'ready');
}

/** A guard that fails says that somebody else has written the same file before. */
async function end(tools: Tools, name: ExportName, state: PaperJob['state']): Promise<void> {
  await tools.store.transact(`${name.id}#write`, [
    { ...paperJobAt(name), update: { set: { state } }, when: [['state', '=', 'waiting']], or: 'lost_race' },
  ]);
}
