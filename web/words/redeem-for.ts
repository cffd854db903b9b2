import { redeemFor as en } from './en/redeem-for.ts';
import { redeemFor as zh } from './zh-CN/redeem-for.ts';

export type RedeemForWords = typeof zh;
export const redeemForWords = { 'zh-CN': zh, en };
