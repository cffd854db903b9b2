/** The only file that knows the items of imports, and their keys. Rows of people in them are sealed. */
import type { importOutcomes } from '../../../shared/contracts/volunteers.ts';
import type { ProblemCode } from '../../../shared/problems.ts';
import type { ClassKey } from '../../../shared/rules/classes.ts';
import { dayMs } from '../../../shared/rules/durations.ts';
import type { Vault } from '../../platform/identity/vault.ts';
import type { Attributes, Item, Target } from '../../platform/store/port.ts';
import { type Personal, present } from '../rows.ts';

const version = 1;
/** An import's report can be looked up for a school term. */
const lifeMs = 120 * dayMs;
const endOfLife = (job: ImportJob) => Math.floor((job.createdAt + lifeMs) / 1000);

export type Outcome = (typeof importOutcomes)[number];

export interface School {
  readonly id: string;
  readonly name: string;
}
/** What is to be read, for whom, and how far it has come. Its own stream event starts the next step. */
export interface ImportJob {
  readonly id: string;
  readonly state: 'reading' | 'preview' | 'committing' | 'done' | 'failed';
  readonly unit: string;
  readonly upload: string;
  /** The unit's schools when the import began: rows are matched to them by name. */
  readonly schools: readonly School[];
  readonly createdAt: number;
  /** Parts the file was cut into, absent until it has been read. */
  readonly parts?: number;
  readonly rows?: number;
  readonly problem?: { readonly code: ProblemCode; readonly detail?: string };
}
/** Counted in the transaction of the very part that is counted, hence exact. */
export interface Progress extends Readonly<Record<Outcome, number>> {
  /** Parts compared and parts written so far: the next one's number. */
  readonly compared: number;
  readonly written: number;
  /** Rows written. */
  readonly committed: number;
}
/** A row of the roster as it goes into the directory. */
export interface PartRow extends Personal {
  readonly row: number;
  readonly sheet?: string;
  readonly nationalNumber?: string;
  readonly pinyin: string;
  readonly initials: string;
}
/** Rows of one class, few enough for one transaction. */
export interface Part {
  readonly n: number;
  readonly school: string;
  readonly class: ClassKey;
  readonly rows: readonly PartRow[];
}
/** What is told of a row: never what it says, only where and why. */
export interface RowResult {
  readonly row: number;
  readonly sheet?: string;
  readonly column?: string;
  readonly reason?: string;
  readonly volunteer?: string;
  readonly committed?: boolean;
}

const table = 'Jobs' as const;
const jobPk = (district: string, job: string) => `T#${district}#J#${job}`;
const numbered = (n: number) => String(n).padStart(5, '0');

export const jobAt = (district: string, job: string): Target => ({
  table,
  key: { pk: jobPk(district, job), sk: 'JOB' },
});
export const progressAt = (district: string, job: string): Target => ({
  table,
  key: { pk: jobPk(district, job), sk: 'PROGRESS' },
});
export const partAt = (district: string, job: string, n: number): Target => ({
  table,
  key: { pk: jobPk(district, job), sk: `PART#${numbered(n)}` },
});
/** Results are kept by chunk: those of the file's reading first, then those of each part. */
export const fileChunk = (n: number) => `F${numbered(n)}`;
export const partChunk = (n: number) => `P${numbered(n)}`;
export const chunkOf = (item: Item) => item.sk.slice(item.sk.lastIndexOf('#') + 1);
const resultPrefix = (outcome: Outcome) => `RESULT#${outcome}#`;
export const resultAt = (district: string, job: string, outcome: Outcome, chunk: string): Target => ({
  table,
  key: { pk: jobPk(district, job), sk: resultPrefix(outcome) + chunk },
});
export const resultsOf = (district: string, job: string, outcome: Outcome, fromChunk: string) => ({
  table,
  pk: jobPk(district, job),
  sk: { from: resultPrefix(outcome) + fromChunk, to: `${resultPrefix(outcome)}~` },
});

/** A job as it begins. */
export function jobRow(job: ImportJob): Attributes {
  const { state, unit, upload, schools, createdAt } = job;
  return {
    v: version,
    state,
    unit,
    upload,
    schools: schools.map((school) => ({ ...school })),
    createdAt,
    ttl: endOfLife(job),
  };
}
export function jobOf(id: string, item: Item | undefined): ImportJob | undefined {
  return item && ({ ...item, id } as unknown as ImportJob);
}

const nothingDone: Progress = {
  compared: 0,
  written: 0,
  committed: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  conflict: 0,
  faulty: 0,
};
/** Before the first part: reading the file has settled some rows already. */
export const progressRow = (job: ImportJob, settled: Partial<Progress>): Attributes => ({
  v: version,
  ...nothingDone,
  ...settled,
  ttl: endOfLife(job),
});
export const progressOf = (item: Item | undefined): Progress => ({ ...nothingDone, ...(item as unknown as Progress) });

const partContext = (district: string, job: string, n: number) => `${district}|${job}|${n}`;
export function partRow(district: string, job: ImportJob, vault: Vault, part: Part): Attributes {
  const rows = vault.sealPersonal(partContext(district, job.id, part.n), part.rows);
  return { v: version, school: part.school, class: { ...part.class }, rows, ttl: endOfLife(job) };
}
export function partOf(district: string, job: string, vault: Vault, n: number, item: Item | undefined): Part {
  if (!item) throw new Error('An import lacks one of its parts');
  const rows = vault.openPersonal(partContext(district, job, n), item.rows as Uint8Array) as PartRow[];
  return { n, school: String(item.school), class: item.class as unknown as ClassKey, rows };
}

export const resultRow = (job: ImportJob, rows: readonly RowResult[]): Attributes => ({
  v: version,
  rows: rows.map((row) => present({ ...row })),
  ttl: endOfLife(job),
});
export const resultOf = (item: Item | undefined): readonly RowResult[] => (item?.rows ?? []) as unknown as RowResult[];

/** The import whose next step a change of the table Jobs asks for. */
export function importStepNeeded(newImage: Item | undefined): { district: string; job: string } | undefined {
  if (newImage?.sk !== 'JOB') return undefined;
  if (newImage.state !== 'reading' && newImage.state !== 'committing') return undefined;
  const [, district, job] = /^T#([^#]+)#J#([^#]+)$/.exec(newImage.pk) ?? [];
  return district === undefined || job === undefined ? undefined : { district, job };
}
