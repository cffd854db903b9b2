/**
 * Whoever goes on to the next stage of school has the last stage's total sealed, whichever way the class was changed.
 * It follows the person's row and may be told twice: the row's version lets it count once.
 */
import type { Group } from '../../../shared/rules/classes.ts';
import { readBalance } from '../../ledger/index.ts';
import type { Item } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { laterSealWrite, stageOf } from '../../volunteers/index.ts';

interface StageLeft {
  readonly district: string;
  readonly volunteer: string;
  readonly stage: Group;
  /** Of the person's row in the new stage. */
  readonly ver: number;
}

/** The stage that somebody has left for another one, by what a person's row was and is. */
export function stageLeft(before: Item | undefined, after: Item | undefined): StageLeft | undefined {
  if (!before || !after || after.sk !== 'V') return undefined;
  const [stage, next] = [before, after].map((row) => stageOf({ class: String(row.class) }));
  if (!stage || stage === next) return undefined;
  const [, district = '', , volunteer = ''] = after.pk.split('#');
  return { district, volunteer, stage, ver: Number(after.ver) };
}

export async function sealStage(tools: Tools, left: StageLeft, now: number): Promise<void> {
  const { district, volunteer, stage, ver } = left;
  const { minutesByStage } = await readBalance(tools, district, volunteer);
  const seal = { minutes: minutesByStage[stage] ?? 0, at: now, ver };
  // A guard that fails means that this has been told before.
  await tools.store.transact(`seal#${tools.newId(now)}`, [laterSealWrite(district, volunteer, stage, seal)]);
}
