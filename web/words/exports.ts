import { exportsOfLists as en } from './en/exports.ts';
import { exportsOfLists as zh } from './zh-CN/exports.ts';

export type ExportsWords = typeof zh;
export const exportsWords = { 'zh-CN': zh, en };
