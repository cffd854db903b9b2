/** Writes into a data folder without end and tells each acknowledged transaction's number: a test kills it. */
import { writeSync } from 'node:fs';
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { rowsOf, targetOfCount } from './endless-rows.ts';

const store = openEmbedded(process.argv[2] ?? '');
for (;;) {
  const [count] = await store.get([targetOfCount]);
  const next = Number(count?.n ?? 0) + 1;
  const { done } = await store.transact(`write#${next}`, rowsOf(next));
  if (!done) throw new Error('Nobody else writes here');
  writeSync(1, `${next}\n`);
}
