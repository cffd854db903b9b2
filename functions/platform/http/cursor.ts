import { Problem } from '../problem.ts';
import type { Page, Query } from '../store/port.ts';
import type { Tools } from '../tools.ts';

/**
 * One page of a query and the signed cursor of the next. The signature binds the cursor to the very list it came from,
 * so that it opens no other.
 */
export async function pageOf(
  tools: Tools,
  query: Omit<Query, 'limit' | 'after'>,
  asked: { cursor?: string; limit: number },
) {
  const list = `${query.table}|${query.index ?? ''}|${query.pk}`;
  const after = asked.cursor === undefined ? undefined : JSON.parse(openCursor(tools, list, asked.cursor));
  const page: Page = await tools.store.query({ ...query, limit: asked.limit, after });
  return { items: page.items, next: page.next && sealCursor(tools, list, JSON.stringify(page.next)) };
}

/** Where a page of the named list ended, as text that can be neither read into another list nor made up. */
export function sealCursor({ vault }: Tools, list: string, place: string): string {
  const text = Buffer.from(place).toString('base64url');
  return `${text}.${vault.sign('cursor', `${list}|${text}`)}`;
}

/** @throws cursor_invalid for any text that this very list did not give */
export function openCursor({ vault }: Tools, list: string, cursor: string): string {
  const [text = '', signature = ''] = cursor.split('.');
  if (!vault.verify('cursor', `${list}|${text}`, signature)) throw new Problem('cursor_invalid');
  return Buffer.from(text, 'base64url').toString();
}
