import type { AnswerOf } from '../../api/read.ts';
import type { Tone } from '../../ui/card.tsx';

type State = AnswerOf<'GET /api/shifts/{shift}'>['records'][number]['state'];

/** What waits for somebody to act stands out; a state's word is always beside its colour. */
export const stateTones: Readonly<Record<State, Tone>> = {
  recorded: 'gold',
  confirmed: 'plain',
  published: 'info',
  final: 'good',
  sent_back: 'bad',
  objected: 'gold',
  rejected: 'bad',
  corrected: 'plain',
};
