/** Reads one roster in this process as an import does, and prints how long it took and the most memory it ever had. */
import { readFileSync } from 'node:fs';
import { cutRoster } from '../functions/volunteers/import/cut-roster.ts';
import type { ImportJob } from '../functions/volunteers/import/rows.ts';
import { schoolName } from './roster.ts';

const [, , path = '', year = ''] = process.argv;
const schoolsMax = 200;
const schools = Array.from({ length: schoolsMax }, (_, at) => ({ id: `SCHOOL-${at}`, name: schoolName(at + 1) }));
const job: ImportJob = { id: 'JOB', state: 'reading', unit: 'DISTRICT', upload: 'FILE', schools, createdAt: 0 };
const start = performance.now();
const { parts } = await cutRoster(readFileSync(path), 'roster.xlsx', job, Number(year));
const seconds = (performance.now() - start) / 1000;
const rows = parts.reduce((sum, part) => sum + part.rows.length, 0);
process.stdout.write(JSON.stringify({ seconds, megabytes: (kilobytesMost() * 1024) / 1e6, rows }));

/** On Linux of this program alone: what the process reports began with the size of the one that started it. */
function kilobytesMost(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
