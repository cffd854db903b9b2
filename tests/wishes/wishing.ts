/** Wishes in a neighbourhood: how each comes to be where it is. */
import type { Input } from '../../scripts/local/client.ts';
import { type Neighbourhood, whom } from '../orders/neighbourhood.ts';

type Ask = Input<'POST /api/wishes'>['body'];
export const wishAsk = (change: Partial<Ask> = {}): Ask => ({
  item: '保温杯',
  yuan: 60,
  story: '冬天出门买菜想喝口热水',
  ageBand: 'elder',
  contact: whom,
  ...change,
});
export const listAsk = {
  decision: 'list' as const,
  pseudonym: '柳荫的奶奶',
  item: '保温杯',
  yuan: 60,
  story: '冬天出门想喝口热水',
  ageBand: 'elder' as const,
  checked: true as const,
};

export const wishFor = ({ resident }: Neighbourhood, change: Partial<Ask> = {}) =>
  resident.must('POST /api/wishes', { body: wishAsk(change) });
export async function listedWish(town: Neighbourhood, change: Partial<Ask> = {}) {
  const { id: wish } = await wishFor(town, change);
  await town.desk.must('POST /api/wishes/{wish}/moderation', { params: { wish }, body: listAsk });
  return wish;
}
