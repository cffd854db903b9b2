/** Every way to be told no, as a sentence and the next step. */
import type { ProblemSaid } from '../api/problem.ts';
import type { Language } from '../look.ts';
import { problems as en } from './en/problems.ts';
import { problems as zh } from './zh-CN/problems.ts';

type Code = ProblemSaid['code'];
export interface ProblemWords {
  readonly next: Readonly<Record<Code, string>>;
  /** Where they are better than the API's own, which are Chinese, or where the API said nothing. */
  readonly titles: Readonly<Partial<Record<Code, string>>>;
}
export interface Sentence {
  readonly title: string;
  readonly next: string;
}

const words: Readonly<Record<Language, ProblemWords>> = { 'zh-CN': zh, en };

export function sentenceOf({ code, title }: ProblemSaid, language: Language): Sentence {
  const { titles, next } = words[language];
  return { title: titles[code] ?? title ?? titles.fault ?? '', next: next[code] ?? next.fault };
}
