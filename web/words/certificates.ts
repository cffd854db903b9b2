import { certificates as en } from './en/certificates.ts';
import { certificates as zh } from './zh-CN/certificates.ts';

export type CertificatesWords = typeof zh;
export const certificatesWords = { 'zh-CN': zh, en };
