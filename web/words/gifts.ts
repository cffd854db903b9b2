import { gifts as en } from './en/gifts.ts';
import { gifts as zh } from './zh-CN/gifts.ts';

export type GiftsWords = typeof zh;
export const giftsWords = { 'zh-CN': zh, en };
