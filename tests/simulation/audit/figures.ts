/** Figures: what the streams have counted, with repeats and in disorder, is what counting from zero finds. */

import type { Stored } from '../../../scripts/audit/stored.ts';
import { linesOf, sumsFromZero, sumsStored } from '../../figures/from-zero.ts';

export function auditFigures(stored: Stored): string[] {
  const counted = new Set(linesOf(sumsStored(stored)));
  const expected = new Set(linesOf(sumsFromZero(stored)));
  return [
    ...[...expected].filter((line) => !counted.has(line)).map((line) => `figures lack: ${line}`),
    ...[...counted].filter((line) => !expected.has(line)).map((line) => `figures have: ${line}`),
  ];
}
