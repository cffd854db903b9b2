Error.stackTraceLimit = 3;

import { runSeed } from './run-seed.ts';
import { richerWallets, silenceAsNo, withoutGuards, withoutSeals } from './weaken.ts';

const m: [string, any][] = [
  ['seal', withoutSeals],
  ['silence', silenceAsNo],
  ['richer', richerWallets],
  ...(
    [
      'stock',
      'spending',
      'posting',
      'undoing',
      'key',
      'entry',
      'sequence',
      'redemption',
      'limits',
      'record',
      'month',
      'shift',
    ] as const
  ).map((g) => [g, withoutGuards(g)] as [string, any]),
  ...(
    [
      ['sequence', 'entry'],
      ['posting', 'record'],
      ['posting', 'redemption'],
      ['posting', 'entry'],
      ['posting', 'sequence'],
      ['redemption', 'limits'],
      ['undoing', 'redemption'],
      ['undoing', 'limits'],
      ['undoing', 'redemption', 'limits'],
      ['spending', 'entry'],
    ] as const
  ).map((g) => [g.join('+'), withoutGuards(...g)] as [string, any]),
];
for (const [n, f] of m) {
  if (process.argv[2] && !n.match(process.argv[2])) continue;
  const w = performance.now();
  let found = '';
  let s = 1;
  const max = Number(process.argv[3] ?? 12);
  for (; s <= max; s++) {
    const r = await runSeed(s, { mutate: f });
    if (r.violations.length) {
      found = r.violations[0]!.slice(0, 160) + ' (' + r.violations.length + ')';
      break;
    }
  }
  console.log(
    n.padEnd(22),
    found ? `seed ${s}` : 'NOT CAUGHT',
    ((performance.now() - w) / 1000).toFixed(1) + 's',
    found,
  );
}
