import { people as en } from './en/people.ts';
import { people as zh } from './zh-CN/people.ts';

export type PeopleWords = typeof zh;
export const peopleWords = { 'zh-CN': zh, en };
