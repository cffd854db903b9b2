/**
 * Writes the PDF of a certificate. As with every file of exports: one place, there whole or not at all, and the row
 * says once that it is ready, however often the work is done.
 */
import { readPaper } from '../../hours/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { paperJobAt, paperJobOf } from '../certificate-rows.ts';
import { type ExportName, fileOf } from '../rows.ts';
import { certificatePdf } from './certificate-pdf.ts';

/** @param fonts the folder of the fonts, laid out as in their package */
export async function writeCertificate(tools: Tools, name: ExportName, fonts: URL): Promise<void> {
  const [item] = await tools.store.get([paperJobAt(name)]);
  const job = item && paperJobOf(item);
  if (job?.state !== 'waiting') return;
  const { volunteer, certificate, origin } = job;
  const paper = await readPaper(tools, { district: name.district, volunteer, id: certificate });
  if (!paper) throw new Error('A paper was asked for of a certificate that is not issued');
  await tools.files.put(fileOf(name), await certificatePdf(paper, { origin, fonts }));
  await tools.store.transact(`${name.id}#write`, [
    { ...paperJobAt(name), update: { set: { state: 'ready' } }, when: [['state', '=', 'waiting']], or: 'lost_race' },
  ]);
}
