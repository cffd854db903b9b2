import { approvals as en } from './en/approvals.ts';
import { approvals as zh } from './zh-CN/approvals.ts';

export type ApprovalsWords = typeof zh;
export const approvalsWords = { 'zh-CN': zh, en };
