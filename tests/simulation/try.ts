Error.stackTraceLimit = 0;
Error.stackTraceLimit = 0;

import { runSeed } from './run-seed.ts';

const from = Number(process.argv[2] ?? 1),
  n = Number(process.argv[3] ?? 1);
let ops = 0;
const u = process.cpuUsage();
const w = performance.now();
for (let s = from; s < from + n; s++) {
  const r = await runSeed(s, process.argv[4] ? { print: console.log } : {});
  ops += r.ops;
  if (n <= 3 || r.violations.length) console.log(r.seed, r.ops, r.hash, r.violations.slice(0, 5));
}
const c = process.cpuUsage(u);
console.log(
  'ops',
  ops,
  'us/op user',
  (c.user / ops).toFixed(0),
  'sys',
  (c.system / ops).toFixed(0),
  'wall',
  (((performance.now() - w) * 1000) / ops).toFixed(0),
);
