/** What a run says: a table to read, and rows for whoever watches the numbers over time. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean;
}
/** A row with what it was made of, in a few words. */
export interface Finding extends Row {
  readonly detail: string;
}
type Measured = Pick<Finding, 'name' | 'value' | 'unit' | 'detail'>;

export const atLeast = (goal: number, measured: Measured): Finding => ({
  ...measured,
  goal: `≥ ${goal}`,
  holds: measured.value >= goal,
});
export const atMost = (goal: number, measured: Measured): Finding => ({
  ...measured,
  goal: `≤ ${goal}`,
  holds: measured.value <= goal,
});

export function print({ name, value, unit, goal, holds, detail }: Finding): void {
  const cells = [name.padEnd(42), `${value} ${unit}`.padStart(10), goal.padStart(8), holds ? 'holds' : 'FAILS'];
  process.stdout.write(`${cells.join('  ')}  ${detail}\n`);
}

/** What was not measured this time stays as it was. */
export async function save(findings: readonly Finding[]): Promise<void> {
  const path = join(import.meta.dirname, 'results.json');
  const rows = new Map((JSON.parse(await readFile(path, 'utf8')) as Row[]).map((row) => [row.name, row]));
  for (const { detail, ...row } of findings) rows.set(row.name, row);
  await writeFile(path, `${JSON.stringify([...rows.values()], null, 2)}\n`);
}

/** Two digits after the point: a busy machine has no third one. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
