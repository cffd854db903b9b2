import { rules as en } from './en/rules.ts';
import { rules as zh } from './zh-CN/rules.ts';

export type RulesWords = typeof zh;
export const rulesWords = { 'zh-CN': zh, en };
