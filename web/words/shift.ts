import { shift as en } from './en/shift.ts';
import { shift as zh } from './zh-CN/shift.ts';

export type ShiftWords = typeof zh;
export const shiftWords = { 'zh-CN': zh, en };
