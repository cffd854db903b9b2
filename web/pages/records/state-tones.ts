import type { ItemOf } from '../../api/read.ts';
import type { Tone } from '../../ui/card.tsx';

type State = ItemOf<'GET /api/me/records'>['state'];

/** What waits for people is gold, what waits for time is blue. */
export const stateTones: Readonly<Record<State, Tone>> = {
  recorded: 'gold',
  confirmed: 'gold',
  published: 'info',
  final: 'good',
  sent_back: 'bad',
  objected: 'gold',
  rejected: 'bad',
  corrected: 'plain',
};
