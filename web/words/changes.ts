import { changes as en } from './en/changes.ts';
import { changes as zh } from './zh-CN/changes.ts';

export type ChangesWords = typeof zh;
export const changesWords = { 'zh-CN': zh, en };
