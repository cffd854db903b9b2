/**
 * Whom a roster does not name although it names others of the same year: they may have left. They are listed for the
 * school to decide on, and nothing happens to them. A roster of some years says nothing about the others.
 */
import type { Answer } from '../../../shared/contracts/route.ts';
import type { schoolYears } from '../../../shared/contracts/school-year.ts';
import type { Ask } from '../../platform/ask.ts';
import { Problem } from '../../platform/problem.ts';
import { limits, type Target } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { type ListedClass, readClasses } from '../classes.ts';
import { directoryAt, directoryOf, numberAt } from '../rows.ts';
import { showLines } from '../show-lines.ts';
import { type ImportJob, type Outcome, partAt, partChunk, partOf, resultAt, resultOf } from './rows.ts';
import { readImport } from './show.ts';

type Route = (typeof schoolYears)['GET /api/imports/{import}/missing'];

const shownMax = 200;
const named: readonly Outcome[] = ['new', 'changed', 'unchanged'];

export async function listMissing({ who, params, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, post, units } = who;
  if (!units.covers(post.unit, query.school)) throw new Problem('not_found');
  const { job } = await readImport(who, tools, params.import);
  if (job.state !== 'done') throw new Problem('import_not_ready');
  const { years, present } = await readNamed(tools, district, job, query.school);
  const classes = (await readClasses(tools, district, query.school)).filter((of) => years.has(yearOf(of)));
  const directories = await getAll(
    tools,
    classes.map(({ id }) => directoryAt(district, id)),
  );
  const missing = classes.flatMap((of, at) =>
    directoryOf(district, tools.vault, of.id, directories[at])
      .lines.filter(({ vid }) => !present.has(vid))
      .map((line) => ({ of, line })),
  );
  const page = missing.slice(0, shownMax);
  const shown = (await Promise.all(halves(page).map((lines) => showLines(tools, district, lines, now)))).flat();
  const schoolName = units.get(query.school)?.name ?? '';
  const items = shown.map((one, at) => ({ ...one, classId: page[at]?.of.id ?? '', school: query.school, schoolName }));
  return { items, total: missing.length };
}

const yearOf = ({ stage, entryYear }: Pick<ListedClass, 'stage' | 'entryYear'>) => `${stage}-${entryYear}`;

/** The years of the school that the roster names, and the people its rows lead to: those in conflict too. */
async function readNamed(tools: Tools, district: string, job: ImportJob, school: string) {
  const numbers = Array.from({ length: job.parts ?? 0 }, (_, n) => n);
  const items = await getAll(
    tools,
    numbers.map((n) => partAt(district, job.id, n)),
  );
  const parts = numbers
    .filter((n) => items[n]?.school === school)
    .map((n) => partOf(district, job.id, tools.vault, n, items[n]));
  const places = parts.flatMap(({ n }) => named.map((outcome) => resultAt(district, job.id, outcome, partChunk(n))));
  const claims = parts.flatMap(({ rows }) => rows.map(({ number }) => numberAt(district, tools.vault, school, number)));
  const [results, holders] = [await getAll(tools, places), await getAll(tools, claims)];
  const present = new Set([
    ...results.flatMap((item) => resultOf(item).map(({ volunteer }) => volunteer)),
    ...holders.map((claim) => claim?.vid as string | undefined),
  ]);
  return { years: new Set(parts.map(({ class: of }) => yearOf(of))), present };
}

async function getAll({ store }: Tools, keys: readonly Target[]) {
  const batches = Array.from({ length: Math.ceil(keys.length / limits.keysPerGet) }, (_, at) =>
    store.get(keys.slice(at * limits.keysPerGet, (at + 1) * limits.keysPerGet)),
  );
  return (await Promise.all(batches)).flat();
}

const halves = <T>(all: readonly T[]): (readonly T[])[] => [all.slice(0, 100), all.slice(100)];
