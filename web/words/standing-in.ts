import { standingIn as en } from './en/standing-in.ts';
import { standingIn as zh } from './zh-CN/standing-in.ts';

export type StandingInWords = typeof zh;
export const standingInWords = { 'zh-CN': zh, en };
