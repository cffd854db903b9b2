import { orderTeam as en } from './en/order-team.ts';
import { orderTeam as zh } from './zh-CN/order-team.ts';

export type OrderTeamWords = typeof zh;
export const orderTeamWords = { 'zh-CN': zh, en };
