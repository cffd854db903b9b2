/** Where a page of a list ended that is not a query's: signed for that one list, so that it opens no other. */
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';

export const sealPlace = ({ vault }: Tools, list: string, place: string) =>
  `${place}.${vault.sign('place', `${list}|${place}`)}`;

/** @returns undefined for the first page @throws cursor_invalid */
export function openPlace({ vault }: Tools, list: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [place = '', signature = ''] = cursor.split('.');
  if (!vault.verify('place', `${list}|${place}`, signature)) throw new Problem('cursor_invalid');
  return place;
}
