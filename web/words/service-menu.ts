import { serviceMenu as en } from './en/service-menu.ts';
import { serviceMenu as zh } from './zh-CN/service-menu.ts';

export type ServiceMenuWords = typeof zh;
export const serviceMenuWords = { 'zh-CN': zh, en };
