/**
 * A source (a shift, a team, a class, a person) is counted anew from its present rows, and the sums move by the
 * difference to what it was counted with before: running it again or out of order does no harm.
 */
import { Busy, type Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Place, placeAt, type Shares, sharesOf, sharesRow, sourceAt, sumsOf, sumsRow, verOf } from './rows.ts';
import { difference, type Sums, total } from './sums.ts';

const attemptsMax = 12;

/**
 * The source's row is read before what it is counted from and written even if nothing moved: whoever read older rows
 * then loses the race, and the last count is of the last state.
 * @param count reads by primary key what the source adds now
 */
export async function recount(tools: Tools, district: string, source: string, count: () => Promise<Shares>) {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const from = sourceAt(district, source);
    const [counted] = await tools.store.get([from]);
    const shares = await count();
    const { versions, writes } = await moves(tools, district, sharesOf(counted), shares);
    const ver = verOf(counted);
    const outcome = await tools.store.transact(`figures#${source}#${[ver, ...versions].join('-')}`, [
      { ...from, put: sharesRow(ver + 1, shares), when: [unchanged(ver)], or: 'lost_race' },
      ...writes,
    ]);
    if (outcome.done) return;
  }
  throw new Busy('Figures changed under every attempt to count anew');
}

async function moves(tools: Tools, district: string, before: Shares, after: Shares) {
  const moved = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((place): [Place, Sums] => [place, difference(after[place] ?? {}, before[place] ?? {})])
    .filter(([, added]) => Object.keys(added).length > 0);
  const targets = moved.map(([place]) => placeAt(district, place));
  const items = targets.length === 0 ? [] : await tools.store.get(targets);
  const versions = targets.map((_, at) => verOf(items[at]));
  const writes = moved.map(([place, added], at): Write => {
    const ver = verOf(items[at]);
    const put = sumsRow(ver + 1, total([sumsOf(items[at]), added]));
    return { ...placeAt(district, place), put, when: [unchanged(ver)], or: 'lost_race' };
  });
  return { versions, writes };
}

const unchanged = (ver: number) => (ver === 0 ? (['pk', 'absent'] as const) : (['ver', '=', ver] as const));
