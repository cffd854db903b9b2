import { type Group, stages } from '../../shared/rules/classes.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { classesOf, parseClass, type SchoolClass } from './rows.ts';

export interface ListedClass extends SchoolClass {
  readonly id: string;
  /** Pupils in the class's directory. */
  readonly size: number;
}

/** A school's classes, youngest first. */
export async function readClasses(tools: Tools, district: string, school: string): Promise<ListedClass[]> {
  const items = await readAll(tools.store, classesOf(district, school));
  const classes = items.flatMap((item) => {
    const id = String(item.class);
    const found = parseClass(id);
    return found ? [{ id, ...found, size: Number(item.size) }] : [];
  });
  return classes.sort(youngestFirst);
}

const order: readonly Group[] = [...stages, 'adult'];
const youngestFirst = (a: SchoolClass, b: SchoolClass) =>
  order.indexOf(a.stage) - order.indexOf(b.stage) || b.entryYear - a.entryYear || a.number - b.number;
