import { week as en } from './en/week.ts';
import { week as zh } from './zh-CN/week.ts';

export type WeekWords = typeof zh;
export const weekWords = { 'zh-CN': zh, en };
