import type { Where } from '../page.ts';
import { noUnitWords } from '../words/no-unit.ts';
import { Empty } from './card.tsx';

interface NothingGiven {
  readonly where: Where;
  readonly title: string;
  readonly next: string;
}

/** A unit's list is empty; a district's is, until one of its units has been chosen. */
export function NothingWaits({ where: { query, session, look }, title, next }: NothingGiven) {
  const isChosen = query.unit !== undefined || session?.post.role !== 'district_admin';
  const said = isChosen ? { title, next } : noUnitWords[look.language];
  return (
    <Empty title={said.title}>
      <p>{said.next}</p>
    </Empty>
  );
}
