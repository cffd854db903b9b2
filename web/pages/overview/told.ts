import type { AnswerOf } from '../../api/read.ts';
import type { Look } from '../../look.ts';
import type { FiguresWords } from '../../words/figures.ts';

export type Figures = AnswerOf<'GET /api/figures'>;
export interface Told {
  readonly words: FiguresWords;
  readonly look: Look;
  readonly figures: Figures;
}
