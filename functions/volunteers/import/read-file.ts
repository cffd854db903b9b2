/** The first step of an import: puts the upload together, cuts it into classes, and keeps them sealed. */
import { schoolYear, shanghaiDay } from '../../../shared/rules/calendar.ts';
import { Problem } from '../../platform/problem.ts';
import type { Attributes, Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import type { CutRoster } from './cut-roster.ts';
import { fileChunk, type ImportJob, partAt, partRow, progressAt, progressRow, resultAt, resultRow } from './rows.ts';
import { partPath, uploadAt, uploadOf } from './upload-rows.ts';

/** Items written at once: sixteen of the largest stay below a transaction's 4 MB. */
const itemsAtOnce = 16;
const resultsPerItem = 50;

export interface FileRead {
  /** What the job learns from reading, and what else is written with it. */
  readonly set: Attributes;
  readonly writes: readonly Write[];
}

/** Everything is written to places that follow from the file: reading it again writes the same again. */
export async function readFile(tools: Tools, district: string, job: ImportJob): Promise<FileRead> {
  const [item] = await tools.store.get([uploadAt(district, job.upload)]);
  const upload = uploadOf(district, tools.vault, job.upload, item);
  if (!upload) throw new Error('An import lacks its upload');
  const bytes = await joinParts(tools, district, job.upload, upload.parts);
  const { cutRoster } = await import('./cut-roster.ts');
  let cut: CutRoster;
  try {
    cut = await cutRoster(bytes, upload.name, job, schoolYear(shanghaiDay(job.createdAt)));
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal;
    const { code, facts } = refusal;
    return {
      set: { state: 'failed', problem: facts.detail === undefined ? { code } : { code, detail: facts.detail } },
      writes: [],
    };
  }
  await keep(tools, district, job, cut);
  const { parts, faulty, conflict } = cut;
  const counts = { faulty: faulty.length, conflict: conflict.length };
  const rows = parts.reduce((sum, part) => sum + part.rows.length, counts.faulty + counts.conflict);
  const progress: Write = {
    ...progressAt(district, job.id),
    put: progressRow(job, counts),
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
  return { set: { parts: parts.length, rows }, writes: [progress] };
}

async function joinParts({ files }: Tools, district: string, upload: string, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let part = 1; part <= count; part++) {
    const bytes = await files.get(partPath(district, upload, part));
    if (!bytes) throw new Error('A received part of an upload is missing');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function keep({ store, vault }: Tools, district: string, job: ImportJob, cut: CutRoster): Promise<void> {
  const puts: Write[] = cut.parts.map((part) => ({
    ...partAt(district, job.id, part.n),
    put: partRow(district, job, vault, part),
  }));
  for (const outcome of ['faulty', 'conflict'] as const) {
    for (let at = 0; at < cut[outcome].length; at += resultsPerItem) {
      const rows = cut[outcome].slice(at, at + resultsPerItem);
      puts.push({ ...resultAt(district, job.id, outcome, fileChunk(at / resultsPerItem)), put: resultRow(job, rows) });
    }
  }
  for (let at = 0; at < puts.length; at += itemsAtOnce) {
    await store.transact(`${job.id}#keep#${at}`, puts.slice(at, at + itemsAtOnce));
  }
}
