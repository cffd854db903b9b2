import { leaderHome as en } from './en/leader-home.ts';
import { leaderHome as zh } from './zh-CN/leader-home.ts';

export type LeaderHomeWords = typeof zh;
export const leaderHomeWords = { 'zh-CN': zh, en };
