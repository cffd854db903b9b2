import { year as en } from './en/year.ts';
import { year as zh } from './zh-CN/year.ts';

export type YearWords = typeof zh;
export const yearWords = { 'zh-CN': zh, en };
