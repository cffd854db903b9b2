import type { Language } from '../../look.ts';
import type { PointsWords } from '../../words/points.ts';

export interface Told {
  readonly words: PointsWords;
  readonly language: Language;
}
