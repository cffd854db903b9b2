import type { Language } from '../../look.ts';
import type { VolunteerWords } from '../../words/volunteer.ts';

export interface Told {
  readonly words: VolunteerWords;
  readonly language: Language;
}
