import { paste as en } from './en/paste.ts';
import { paste as zh } from './zh-CN/paste.ts';

export type PasteWords = typeof zh;
export const pasteWords = { 'zh-CN': zh, en };
