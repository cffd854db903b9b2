Error.stackTraceLimit = 0;

import { runSeed } from './run-seed.ts';

for (let s = 1; s <= 5; s++) await runSeed(s);
(globalThis as any).TT = [0, 0, 0, 0];
let ops = 0;
for (let s = 6; s <= 45; s++) ops += (await runSeed(s)).ops;
console.log(
  'begin, days, calm, audit us/op',
  (globalThis as any).TT.map((x: number) => ((x * 1000) / ops).toFixed(1)),
);
