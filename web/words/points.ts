import { points as en } from './en/points.ts';
import { points as zh } from './zh-CN/points.ts';

export type PointsWords = typeof zh;
export const pointsWords = { 'zh-CN': zh, en };
