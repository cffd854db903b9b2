import { start as en } from './en/start.ts';
import { start as zh } from './zh-CN/start.ts';

export type StartWords = typeof zh;
export const startWords = { 'zh-CN': zh, en };
