import { figures as en } from './en/figures.ts';
import { figures as zh } from './zh-CN/figures.ts';

export type FiguresWords = typeof zh;
export const figuresWords = { 'zh-CN': zh, en };
