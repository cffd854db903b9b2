import { guardian as en } from './en/guardian.ts';
import { guardian as zh } from './zh-CN/guardian.ts';

export type GuardianWords = typeof zh;
export const guardianWords = { 'zh-CN': zh, en };
