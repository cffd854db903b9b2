import { cardRequests as en } from './en/card-requests.ts';
import { cardRequests as zh } from './zh-CN/card-requests.ts';

export type CardRequestWords = typeof zh;
export const cardRequestWords = { 'zh-CN': zh, en };
