/** What a run says: a table to read, and rows for whoever watches the numbers over time. */
import { writeFile } from 'node:fs/promises';
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

export async function save(findings: readonly Finding[]): Promise<void> {
  const rows = findings.map(({ detail, ...row }): Row => row);
  await writeFile(join(import.meta.dirname, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
}

/** Two digits after the point: a busy machine has no third one. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
