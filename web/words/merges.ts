import { merges as en } from './en/merges.ts';
import { merges as zh } from './zh-CN/merges.ts';

export type MergesWords = typeof zh;
export const mergesWords = { 'zh-CN': zh, en };
