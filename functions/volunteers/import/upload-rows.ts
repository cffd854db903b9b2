/** The only file that knows the items of uploads and the places of their bytes. */
import { dayMs } from '../../../shared/rules/durations.ts';
import type { Vault } from '../../platform/identity/vault.ts';
import type { Attributes, Item, Target, Write } from '../../platform/store/port.ts';

const version = 1;
/** An upload is there to be read soon. */
const lifeMs = 7 * dayMs;

/** A file that arrives in parts. Its name may be a person's, so it is sealed. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly parts: number;
  readonly by: string;
  readonly received: readonly number[];
  /** Until an import begins to read it. */
  readonly isOpen: boolean;
}
export const uploadAt = (district: string, upload: string): Target => ({
  table: 'Jobs',
  key: { pk: `T#${district}#F#${upload}`, sk: 'FILE' },
});
/** Where the bytes of a part lie in the files. */
export const partPath = (district: string, upload: string, part: number) => `rosters/${district}/${upload}/${part}`;

export function uploadRow(
  district: string,
  vault: Vault,
  { id, name, parts, by }: Pick<Upload, 'id' | 'name' | 'parts' | 'by'>,
  now: number,
): Attributes {
  const sealed = vault.sealPersonal(`${district}|${id}`, name);
  return { v: version, name: sealed, parts, by, ttl: Math.floor((now + lifeMs) / 1000) };
}
/** Marks a part as received, unless an import has begun to read the file. */
export const partReceived = (district: string, upload: string, part: number, bytes: number): Write => ({
  ...uploadAt(district, upload),
  update: { set: { [`part${part}`]: bytes } },
  when: [
    ['pk', 'present'],
    ['closed', 'absent'],
  ],
  or: 'not_found',
});
export const uploadClosed = (district: string, upload: string): Write => ({
  ...uploadAt(district, upload),
  update: { set: { closed: true } },
  when: [['pk', 'present']],
  or: 'not_found',
});
export function uploadOf(district: string, vault: Vault, id: string, item: Item | undefined): Upload | undefined {
  if (!item) return undefined;
  const parts = Number(item.parts);
  const name = String(vault.openPersonal(`${district}|${id}`, item.name as Uint8Array));
  const received = Array.from({ length: parts }, (_, at) => at + 1).filter((part) => item[`part${part}`] !== undefined);
  return { id, name, parts, by: String(item.by), received, isOpen: item.closed === undefined };
}
