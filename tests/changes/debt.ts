/** A pupil who owes points: they were earned, handed over for goods, and corrected away. */
import { journalWrites, post, readBalance } from '../../functions/ledger/index.ts';
import type { Affair } from './affair.ts';

/** Owes so many points after a correction of points that were spent long ago. */
export async function inDebt(
  { district: { world, id: district }, pupil }: Pick<Affair, 'district' | 'pupil'>,
  points: number,
) {
  const tx = world.tools.newId(world.now);
  const expiry = '20270831';
  const posted = post(
    await readBalance(world.tools, district, pupil.id),
    [
      { tx: `A#${tx}`, kind: 'service', points: 0, expiry, reference: tx },
      { tx: `V#${tx}`, kind: 'correct', points: -points, expiry, reference: tx },
    ],
    { district, wallet: pupil.id, by: 'test', now: world.now, returnedDaysMin: 0 },
  );
  if (!posted) throw new Error('refused');
  await world.tools.store.transact(tx, [...journalWrites(posted), ...posted.writes]);
}
