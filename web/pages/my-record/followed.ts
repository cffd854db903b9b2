import type { AnswerOf } from '../../api/read.ts';
import type { Language } from '../../look.ts';
import type { VolunteerWords } from '../../words/volunteer.ts';

export interface Followed {
  readonly words: VolunteerWords;
  readonly language: Language;
  readonly record: AnswerOf<'GET /api/me/records/{shift}'>;
}
