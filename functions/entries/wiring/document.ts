import { exportNeeded, writeExport } from '../../exports/index.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Change } from './project.ts';

/**
 * The files that changes of the table Jobs ask for, in their order; what the same batch asks for twice is written once.
 * @returns the sequence of the first change whose file could not be written and the error: it and all later ones are to
 * be sent again
 */
export async function document(tools: Tools, changes: readonly Change[], now: number) {
  const done = new Set<string>();
  for (const { table, newImage, sequence } of changes) {
    const name = table === 'Jobs' ? exportNeeded(newImage) : undefined;
    if (!name || done.has(name.id)) continue;
    try {
      await writeExport(tools, name, now);
    } catch (error) {
      return { failed: sequence, error };
    }
    done.add(name.id);
  }
  return undefined;
}
