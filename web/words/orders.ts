import { orders as en } from './en/orders.ts';
import { orders as zh } from './zh-CN/orders.ts';

export type OrdersWords = typeof zh;
export const ordersWords = { 'zh-CN': zh, en };
