import { activities as en } from './en/activities.ts';
import { activities as zh } from './zh-CN/activities.ts';

export type ActivityWords = typeof zh;
export const activityWords = { 'zh-CN': zh, en };
