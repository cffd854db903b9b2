import { stock as en } from './en/stock.ts';
import { stock as zh } from './zh-CN/stock.ts';

export type StockWords = typeof zh;
export const stockWords = { 'zh-CN': zh, en };
