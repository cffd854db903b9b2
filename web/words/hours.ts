import { hours as en } from './en/hours.ts';
import { hours as zh } from './zh-CN/hours.ts';

export type HoursWords = typeof zh;
export const hoursWords = { 'zh-CN': zh, en };
