/**
 * The public pool: no more was promised out of it than had come in, and no more was given than was promised; nobody got
 * goodwill twice for one shift, or more than a district may give.
 */
import { type Entry, entriesIn } from './ledger.ts';
import { grouped, type Stored, sumOf } from './stored.ts';

const goodwillPointsMax = 5;
/** What an entry moved out of the pool; below zero what it brought. What repaid debt was given, too. */
const takenBy = ({ points, debt }: Entry) => points - debt;

export function auditPool(stored: Stored): string[] {
  const entries = entriesIn(stored);
  const grants = entries.filter(({ kind }) => kind === 'goodwill');
  const brought = entries.filter(({ kind }) => kind === 'donate' || kind === 'surplus');
  const [came, given] = [-sumOf(brought.map(takenBy)), sumOf(grants.map(takenBy))];
  const promised = Number(stored.Ledger.get('POOL GRANTED')?.points ?? 0);
  const faults: [boolean, string][] = [
    [promised > came, `pool: ${promised} points promised of ${came} that came in`],
    [given > promised, `pool: ${given} points given of ${promised} promised`],
  ];
  for (const [tx, same] of grouped(grants, ({ tx }) => tx)) {
    faults.push([same.length > 1, `goodwill ${tx}: given ${same.length} times`]);
    faults.push([same.some((grant) => takenBy(grant) > goodwillPointsMax), `goodwill ${tx}: too much`]);
  }
  return faults.filter(([isWrong]) => isWrong).map(([, fault]) => fault);
}
