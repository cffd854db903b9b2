import { recording as en } from './en/recording.ts';
import { recording as zh } from './zh-CN/recording.ts';

export type RecordingWords = typeof zh;
export const recordingWords = { 'zh-CN': zh, en };
