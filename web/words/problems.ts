/**
 * Every way to be told no, as a sentence and the next step. Most visits meet none: the sentences are a file of their own
 * that a browser asks for once the page is alive.
 */
import type { ProblemSaid } from '../api/problem.ts';
import type { Language } from '../look.ts';
import type { ProblemWords } from './problem-words.ts';
import { shellWords } from './shell.ts';

export interface Sentence {
  readonly title: string;
  readonly next: string;
}

const kept: Partial<Record<Language, ProblemWords>> = {};
export function keepSentences(language: Language, words: ProblemWords): void {
  kept[language] = words;
}

export async function loadSentences(language: Language): Promise<void> {
  const { problems } = await (language === 'en' ? import('./en/problems.ts') : import('./zh-CN/problems.ts'));
  keepSentences(language, problems);
}

/** While the sentences are not there, the API's own title speaks. */
export function sentenceOf({ code, title }: ProblemSaid, language: Language): Sentence {
  const words = kept[language];
  const { noAnswer } = shellWords[language];
  return {
    title: words?.titles[code] ?? title ?? words?.titles.fault ?? noAnswer,
    next: words?.next[code] ?? words?.next.fault ?? '',
  };
}
