import { inbox as en } from './en/inbox.ts';
import { inbox as zh } from './zh-CN/inbox.ts';

export type InboxWords = typeof zh;
export const inboxWords = { 'zh-CN': zh, en };
