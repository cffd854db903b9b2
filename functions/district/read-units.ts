/** The units as the stories that change them read them: with the number of changes, and one after its change. */
import type { Unit } from '../../shared/rules/units.ts';
import type { Tools } from '../platform/tools.ts';
import { treeAt, type Units, unitsOf } from './rows.ts';

export async function readUnits(tools: Tools, district: string): Promise<Units> {
  const [item] = await tools.store.get([treeAt(district)]);
  return unitsOf(item);
}

export async function showUnit(tools: Tools, district: string, id: string): Promise<Unit> {
  const { units } = await readUnits(tools, district);
  const unit = units.find((candidate) => candidate.id === id);
  if (!unit) throw new Error('A unit has vanished');
  return unit;
}
