import type { NoUnitWords } from '../no-unit.ts';

export const noUnit: NoUnitWords = {
  title: 'Choose a unit first',
  next: 'Choose a school or community above to see what waits there.',
};
