/** The only file that knows the items of exports, their keys, and where their files lie. */
import type { ExportKind, ExportList } from '../../shared/contracts/exports.ts';
import { dayMs, hourMs } from '../../shared/rules/durations.ts';
import { asksForFile, filesKeptDays } from '../../shared/tables.ts';
import type { Attributes, Item, Query, Target } from '../platform/store/port.ts';

export const version = 1;
const { work, state: waiting } = asksForFile;

/** A list that somebody has asked for, and how far its file has come. Its own stream event starts the work. */
export interface Export {
  readonly id: string;
  readonly list: ExportList;
  readonly unit: string;
  readonly unitName: string;
  readonly desk?: string;
  readonly from?: string;
  readonly to?: string;
  readonly as: ExportKind;
  readonly state: typeof waiting | 'ready' | 'failed';
  readonly createdAt: number;
  /** Lines below the head of the table, once it is written. */
  readonly rows?: number;
}
/** One export of one person. */
export interface ExportName {
  readonly district: string;
  readonly person: string;
  readonly id: string;
}

const table = 'Jobs' as const;
export const exportsPk = (district: string, person: string) => `T#${district}#EXPORTS#${person}`;
const prefix = 'EXPORT#';

export const exportAt = ({ district, person, id }: ExportName): Target => ({
  table,
  key: { pk: exportsPk(district, person), sk: prefix + id },
});
/** A person's exports, the latest first. */
export const exportsOf = (district: string, person: string): Omit<Query, 'limit' | 'after'> => ({
  table,
  pk: exportsPk(district, person),
  sk: { prefix },
  descending: true,
});
/** Where the file of an export lies: one place, however often it is written. */
export const fileOf = ({ district, id }: Pick<ExportName, 'district' | 'id'>) => `exports/${district}/${id}`;

/** When the file, and the row with it, are gone. */
export const keptUntil = ({ createdAt }: Pick<Export, 'createdAt'>) => createdAt + filesKeptDays.exports * dayMs;

/** Three tries of ten minutes and the ways between them: what has not come by then does not come by itself. */
const waitMsMax = hourMs;

/** How far a file has come, as whoever waits for it is told. */
export const stateNow = ({ state, createdAt }: Pick<Export, 'state' | 'createdAt'>, now: number): Export['state'] =>
  state === waiting && now - createdAt > waitMsMax ? 'failed' : state;

export function exportRow({ id: _, desk, from, to, ...said }: Export): Attributes {
  const narrowed = { ...(desk && { desk }), ...(from && { from }), ...(to && { to }) };
  return { v: version, work, ...said, ...narrowed, ttl: Math.floor(keptUntil(said) / 1000) };
}
export const exportOf = (item: Item): Export => ({ ...(item as unknown as Export), id: item.sk.slice(prefix.length) });

/** The export whose file a change of the table Jobs asks for. */
export function exportNeeded(newImage: Item | undefined): ExportName | undefined {
  if (newImage?.work !== work || newImage.state !== waiting || !newImage.sk.startsWith(prefix)) return undefined;
  const [, district = '', , person = ''] = newImage.pk.split('#');
  return { district, person, id: newImage.sk.slice(prefix.length) };
}
