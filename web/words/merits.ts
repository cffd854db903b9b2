import { merits as en } from './en/merits.ts';
import { merits as zh } from './zh-CN/merits.ts';

export type MeritWords = typeof zh;
export const meritWords = { 'zh-CN': zh, en };
