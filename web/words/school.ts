import { school as en } from './en/school.ts';
import { school as zh } from './zh-CN/school.ts';

export type SchoolWords = typeof zh;
export const schoolWords = { 'zh-CN': zh, en };
