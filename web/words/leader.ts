import { leader as en } from './en/leader.ts';
import { leader as zh } from './zh-CN/leader.ts';

export type LeaderWords = typeof zh;
export const leaderWords = { 'zh-CN': zh, en };
