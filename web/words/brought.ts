import { brought as en } from './en/brought.ts';
import { brought as zh } from './zh-CN/brought.ts';

export const broughtWords = { 'zh-CN': zh, en };
