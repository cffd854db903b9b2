import { type Data, read } from '../../api/read.ts';
import type { Where } from '../../page.ts';
import type { RedeemForWords } from '../../words/redeem-for.ts';

export const reads = ({ params: { volunteer = '' } }: Where) => ({
  pupil: read('GET /api/volunteers/{volunteer}', { params: { volunteer } }),
  redemptions: read('GET /api/volunteers/{volunteer}/redemptions', { params: { volunteer }, query: { limit: 20 } }),
  items: read('GET /api/items'),
  desks: read('GET /api/desks'),
});

export interface Given {
  readonly words: RedeemForWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}
