import { proof as en } from './en/proof.ts';
import { proof as zh } from './zh-CN/proof.ts';

export type ProofWords = typeof zh;
export const proofWords = { 'zh-CN': zh, en };
