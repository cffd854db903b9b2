/** What an entry gives or takes unasked: points that died, what the wallet could not hold, a grant of goodwill. */
import type { Happening, NoticeKind } from '../../shared/rules/notice-kinds.ts';
import type { Item } from '../platform/store/port.ts';
import { type Entry, isEntry } from './rows.ts';

const kinds: Readonly<Partial<Record<Entry['kind'], NoticeKind>>> = {
  expire: 'points_expired',
  surplus: 'points_pooled',
  goodwill: 'points_goodwill',
};

export function ledgerHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (before || !after || !isEntry(after)) return [];
  const { kind: entryKind, wallet, tx, at, points } = after as unknown as Entry;
  const kind = kinds[entryKind];
  if (!kind || points === 0) return [];
  const [, district = ''] = after.pk.split('#');
  const facts = { entry: tx, points: Math.abs(points) };
  return [{ kind, district, thing: tx, at, to: { volunteer: wallet }, facts }];
}
