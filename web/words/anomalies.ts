import { anomalies as en } from './en/anomalies.ts';
import { anomalies as zh } from './zh-CN/anomalies.ts';

export type AnomalyWords = typeof zh;
export const anomalyWords = { 'zh-CN': zh, en };
