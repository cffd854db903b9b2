import { orderDesk as en } from './en/order-desk.ts';
import { orderDesk as zh } from './zh-CN/order-desk.ts';

export type OrderDeskWords = typeof zh;
export const orderDeskWords = { 'zh-CN': zh, en };
