import { publicity as en } from './en/publicity.ts';
import { publicity as zh } from './zh-CN/publicity.ts';

export type PublicityWords = typeof zh;
export const publicityWords = { 'zh-CN': zh, en };
