import { desk as en } from './en/desk.ts';
import { desk as zh } from './zh-CN/desk.ts';

export type DeskWords = typeof zh;
export const deskWords = { 'zh-CN': zh, en };
