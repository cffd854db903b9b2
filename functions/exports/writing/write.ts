/**
 * Writes the file of an export. The work may be killed anywhere and done again, or twice at once: the file has one
 * place, is there whole or not at all, and the row says once that it is ready.
 */
import type { ExportList } from '../../../shared/contracts/exports.ts';
import type { UnitTree } from '../../../shared/rules/units.ts';
import { treeAt, treeOf } from '../../district/index.ts';
import { type Table, TableTooLong, writeTable } from '../../platform/files/long-table.ts';
import type { Attributes } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Export, type ExportName, exportAt, exportOf, fileOf } from '../rows.ts';
import { sheetName } from '../title.ts';
import { figuresTable } from './figures.ts';
import { pupilsTable } from './pupils.ts';
import { recordsTable } from './records.ts';
import { redemptionsTable } from './redemptions.ts';

/** Five districts of the founding size, or the records of a school's year many times over. */
const rowsUsual = 200_000;

type MakeTable = (tools: Tools, district: string, units: UnitTree, asked: Export, now: number) => Table;
const tables: Readonly<Record<ExportList, MakeTable>> = {
  pupils: pupilsTable,
  records: recordsTable,
  redemptions: redemptionsTable,
  figures: figuresTable,
};

/** @param now the time of the event that asks for it, epoch milliseconds */
export async function writeExport(tools: Tools, name: ExportName, now: number, rowsMax = rowsUsual): Promise<void> {
  const [item, tree] = await tools.store.get([exportAt(name), treeAt(name.district)]);
  const asked = item && exportOf(item);
  if (asked?.state !== 'waiting') return;
  const table = tables[asked.list](tools, name.district, treeOf(tree), asked, now);
  try {
    const { bytes, rows } = await writeTable(asked.as, sheetName(asked), table, rowsMax);
    await tools.files.put(fileOf(name), bytes);
    await end(tools, name, { state: 'ready', rows });
  } catch (error) {
    if (!(error instanceof TableTooLong)) throw error;
    await end(tools, name, { state: 'failed' });
  }
}

/** A guard that fails says that somebody else has written the same file before. */
async function end(tools: Tools, name: ExportName, set: Attributes): Promise<void> {
  await tools.store.transact(`${name.id}#write`, [
    { ...exportAt(name), update: { set }, when: [['state', '=', 'waiting']], or: 'lost_race' },
  ]);
}
