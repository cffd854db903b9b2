/** Every way to be told no, as a sentence and the next step. */
import type { ProblemSaid } from '../api/problem.ts';
import type { Language } from '../look.ts';
import { problems as en } from './en/problems.ts';
import { problems as zh } from './zh-CN/problems.ts';

export type ProblemWords = Readonly<Record<ProblemSaid['code'], Sentence>>;
export interface Sentence {
  readonly title: string;
  readonly next: string;
}

const words: Readonly<Record<Language, ProblemWords>> = { 'zh-CN': zh, en };

export const sentenceOf = ({ code }: ProblemSaid, language: Language): Sentence =>
  words[language][code] ?? words[language].fault;
