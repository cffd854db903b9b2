import type { AnswerOf, Read } from '../../api/read.ts';
import type { View } from '../../page.ts';
import type { ShiftWords } from '../../words/shift.ts';

export type ShiftView = View<ShiftWords, { readonly shift: Read<'GET /api/shifts/{shift}'> }>;
type Answer = AnswerOf<'GET /api/shifts/{shift}'>;
export type Shift = Answer['shift'];
/** One person's record in the shift. */
export type Row = Answer['records'][number];
