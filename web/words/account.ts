import { account as en } from './en/account.ts';
import { account as zh } from './zh-CN/account.ts';

export type AccountWords = typeof zh;
export const accountWords = { 'zh-CN': zh, en };
