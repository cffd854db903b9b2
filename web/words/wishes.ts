import { wishes as en } from './en/wishes.ts';
import { wishes as zh } from './zh-CN/wishes.ts';

export type WishesWords = typeof zh;
export const wishesWords = { 'zh-CN': zh, en };
