import { roster as en } from './en/roster.ts';
import { roster as zh } from './zh-CN/roster.ts';

export type RosterWords = typeof zh;
export const rosterWords = { 'zh-CN': zh, en };
