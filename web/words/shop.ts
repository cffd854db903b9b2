import { shop as en } from './en/shop.ts';
import { shop as zh } from './zh-CN/shop.ts';

export type ShopWords = typeof zh;
export const shopWords = { 'zh-CN': zh, en };
