import { exportNeeded, paperNeeded, writeCertificate, writeExport } from '../../exports/writing/index.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Change } from './project.ts';

/**
 * The files that changes of the table Jobs ask for, in their order; what the same batch asks for twice is written once.
 * @param fonts the folder of the fonts that PDFs are printed with
 * @returns the sequence of the first change whose file could not be written and the error: it and all later ones are to
 * be sent again
 */
export async function document(tools: Tools, changes: readonly Change[], now: number, fonts: URL) {
  const done = new Set<string>();
  for (const { table, newImage, sequence } of changes) {
    if (table !== 'Jobs') continue;
    const [list, paper] = [exportNeeded(newImage), paperNeeded(newImage)];
    const { id } = list ?? paper ?? {};
    if (id === undefined || done.has(id)) continue;
    try {
      if (list) await writeExport(tools, list, now);
      if (paper) await writeCertificate(tools, paper, fonts);
    } catch (error) {
      return { failed: sequence, error };
    }
    done.add(id);
  }
  return undefined;
}
