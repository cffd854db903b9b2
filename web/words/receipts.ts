import { receipts as en } from './en/receipts.ts';
import { receipts as zh } from './zh-CN/receipts.ts';

export type ReceiptsWords = typeof zh;
export const receiptsWords = { 'zh-CN': zh, en };
