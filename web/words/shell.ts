import { shell as en } from './en/shell.ts';
import { shell as zh } from './zh-CN/shell.ts';

export type ShellWords = typeof zh;
export const shellWords = { 'zh-CN': zh, en };
