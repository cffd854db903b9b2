import { noUnit as en } from './en/no-unit.ts';
import { noUnit as zh } from './zh-CN/no-unit.ts';

export const noUnitWords = { 'zh-CN': zh, en };
