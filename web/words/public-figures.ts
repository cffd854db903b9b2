import { publicFigures as en } from './en/public-figures.ts';
import { publicFigures as zh } from './zh-CN/public-figures.ts';

export type PublicFiguresWords = typeof zh;
export const publicFiguresWords = { 'zh-CN': zh, en };
