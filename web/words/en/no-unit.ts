import type { noUnit as zh } from '../zh-CN/no-unit.ts';

export const noUnit: typeof zh = {
  title: 'Choose a unit first',
  next: 'Choose a school or community above to see what waits there.',
};
