import { objections as en } from './en/objections.ts';
import { objections as zh } from './zh-CN/objections.ts';

export type ObjectionsWords = typeof zh;
export const objectionsWords = { 'zh-CN': zh, en };
