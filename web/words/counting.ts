import { counting as en } from './en/counting.ts';
import { counting as zh } from './zh-CN/counting.ts';

export type CountingWords = typeof zh;
export const countingWords = { 'zh-CN': zh, en };
