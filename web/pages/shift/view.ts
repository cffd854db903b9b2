import type { AnswerOf, Read } from '../../api/read.ts';
import type { View } from '../../page.ts';
import type { LeaderWords } from '../../words/leader.ts';

export type ShiftView = View<LeaderWords, { readonly shift: Read<'GET /api/shifts/{shift}'> }>;
type Answer = AnswerOf<'GET /api/shifts/{shift}'>;
export type Shift = Answer['shift'];
/** One person's record in the shift. */
export type Row = Answer['records'][number];
