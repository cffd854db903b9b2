import { objecting as en } from './en/objecting.ts';
import { objecting as zh } from './zh-CN/objecting.ts';

export const objectingWords = { 'zh-CN': zh, en };
