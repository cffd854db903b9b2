import { volunteer as en } from './en/volunteer.ts';
import { volunteer as zh } from './zh-CN/volunteer.ts';

export type VolunteerWords = typeof zh;
export const volunteerWords = { 'zh-CN': zh, en };
