/** The communities that a desk looks after. */
import type { ItemOf } from '../../api/read.ts';
import type { Where } from '../../page.ts';
import { unitsWithin } from '../approvals/units.ts';

type Unit = ItemOf<'GET /api/units'>;

/** The one chosen; the post's own unit when none is. */
export const communityOf = ({ query, session }: Where): string => query.unit ?? session?.post.unit ?? '';

export const communitiesOf = (units: readonly Unit[], { session }: Where) =>
  unitsWithin(units, session?.post.unit ?? '')
    .filter(({ kind }) => kind !== 'school')
    .map(({ id, name }) => [id, name] as const);
