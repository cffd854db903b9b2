import { late as en } from './en/late.ts';
import { late as zh } from './zh-CN/late.ts';

export const lateWords = { 'zh-CN': zh, en };
