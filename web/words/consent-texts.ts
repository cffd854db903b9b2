import { consentTexts as en } from './en/consent-texts.ts';
import { consentTexts as zh } from './zh-CN/consent-texts.ts';

export type ConsentTextWords = typeof zh;
export const consentTextWords = { 'zh-CN': zh, en };
