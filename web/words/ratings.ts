import { ratings as en } from './en/ratings.ts';
import { ratings as zh } from './zh-CN/ratings.ts';

export type RatingWords = typeof zh;
export const ratingWords = { 'zh-CN': zh, en };
