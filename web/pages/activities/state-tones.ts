import type { ItemOf } from '../../api/read.ts';
import type { Tone } from '../../ui/card.tsx';

export const stateTones: Readonly<Record<ItemOf<'GET /api/me/sign-ups'>['state'], Tone>> = {
  asked: 'gold',
  declined: 'plain',
  waiting: 'gold',
  offered: 'gold',
  lapsed: 'plain',
  signed: 'good',
  cancelled: 'plain',
  freed: 'plain',
  in: 'info',
  out: 'info',
  recorded: 'good',
  absent: 'bad',
  excused: 'plain',
};
