/** Grants what waited for the months of registration only, on the first day on which they have passed. */
import { rulesAt } from '../district/index.ts';
import { balanceAt, balanceOf } from '../ledger/index.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { starWrites } from './reach-stars.ts';
import { starsHeldAt, starsHeldOf } from './star-rows.ts';

const attemptsMax = 12;

/** @returns whether anything of the person's stars changed */
export async function settleStars(tools: Tools, district: string, volunteer: string, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [balanceRow, starsHeld, rules] = await tools.store.get([
      balanceAt(district, volunteer),
      starsHeldAt(district, volunteer),
      rulesAt(district),
    ]);
    if ((starsHeldOf(starsHeld).dueAt ?? Number.POSITIVE_INFINITY) > now) return false;
    const { minutes, minutesByStage, seq } = balanceOf(balanceRow);
    const served = { district, volunteer, life: minutes, byStage: minutesByStage, now };
    const writes = await starWrites(tools, { starsHeld, rules }, served);
    // Minutes taken back at this moment would bring no star; nothing was posted yet where there is no wallet.
    const unmoved: Write = {
      ...balanceAt(district, volunteer),
      check: true,
      when: [seq === 0 ? ['seq', 'absent'] : ['seq', '=', seq]],
      or: 'lost_race',
    };
    const outcome = await tools.store.transact(`STARS#${volunteer}#${tools.newId(now)}`, [unmoved, ...writes]);
    if (outcome.done) return true;
  }
  throw new Problem('busy', { retryAfter: 1 });
}
