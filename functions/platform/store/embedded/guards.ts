import type { Condition, Guard, Item } from '../port.ts';
import { compareUtf8 } from '../utf8.ts';

/** Whether all conditions hold of the item as it is; an absent item has no attributes. */
export function holds(guard: Guard, item: Item | undefined): boolean {
  return guard.every((condition) => conditionHolds(condition, item));
}

function conditionHolds(condition: Condition, item: Item | undefined): boolean {
  if ('any' in condition) return condition.any.some((one) => conditionHolds(one, item));
  const value = item?.[condition[0]];
  switch (condition[1]) {
    case 'absent':
      return value === undefined;
    case 'present':
      return value !== undefined;
    case '=':
      return value === condition[2];
    case '<>':
      return value !== undefined && value !== condition[2];
    default:
      return orderHolds(order(value, condition[2]), condition[1]);
  }
}

/** Values of different types have no order, and then no comparison holds. */
function order(value: unknown, than: string | number | boolean): number {
  if (typeof value === 'string' && typeof than === 'string') return compareUtf8(value, than);
  return typeof value === 'number' && typeof than === 'number' ? value - than : Number.NaN;
}

function orderHolds(difference: number, is: '<' | '<=' | '>' | '>='): boolean {
  switch (is) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}
