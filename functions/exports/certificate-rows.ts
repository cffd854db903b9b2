/** The only file that knows the items of certificates’ papers: beside a person’s exports, and no exports. */
import { dayMs } from '../../shared/rules/durations.ts';
import { asksForFile, filesKeptDays } from '../../shared/tables.ts';
import type { Attributes, Item, Target } from '../platform/store/port.ts';
import { type ExportName, exportsPk, version } from './rows.ts';

const { work, state: waiting } = asksForFile;

/** A certificate that somebody wants on paper. */
export interface PaperJob {
  readonly id: string;
  readonly volunteer: string;
  readonly certificate: string;
  /** The post in which it was asked for. */
  readonly post: string;
  /** Where people find the time bank: the paper's code leads there. */
  readonly origin: string;
  readonly state: typeof waiting | 'ready' | 'failed';
  readonly createdAt: number;
}

const prefix = 'PAPER#';
export const paperJobAt = ({ district, person, id }: ExportName): Target => ({
  table: 'Jobs',
  key: { pk: exportsPk(district, person), sk: prefix + id },
});
export const paperKeptUntil = ({ createdAt }: Pick<PaperJob, 'createdAt'>) => createdAt + filesKeptDays.exports * dayMs;

export const paperJobRow = ({ id: _, ...job }: PaperJob): Attributes => ({
  v: version,
  work,
  ...job,
  ttl: Math.floor(paperKeptUntil(job) / 1000),
});
export const paperJobOf = (item: Item): PaperJob => ({
  ...(item as unknown as PaperJob),
  id: item.sk.slice(prefix.length),
});

/** The paper that a change of the table Jobs asks for. */
export function paperNeeded(newImage: Item | undefined): ExportName | undefined {
  if (newImage?.work !== work || newImage.state !== waiting || !newImage.sk.startsWith(prefix)) return undefined;
  const [, district = '', , person = ''] = newImage.pk.split('#');
  return { district, person, id: newImage.sk.slice(prefix.length) };
}
