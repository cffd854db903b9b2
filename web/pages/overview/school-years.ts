/** The school years one may choose from: the one that has begun on the visitor's day, and those before it. */
import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';

const yearsBack = 3;

export function schoolYearOf({ now }: Where): number {
  const [year = '', month = ''] = dayOf(now).split('-');
  return Number(month) >= 9 ? Number(year) : Number(year) - 1;
}

export const schoolYears = (where: Where): number[] =>
  Array.from({ length: yearsBack }, (_, back) => schoolYearOf(where) - back);
