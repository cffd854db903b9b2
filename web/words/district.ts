import { district as en } from './en/district.ts';
import { district as zh } from './zh-CN/district.ts';

export type DistrictWords = typeof zh;
export const districtWords = { 'zh-CN': zh, en };
