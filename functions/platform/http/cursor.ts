import { Problem } from '../problem.ts';
import type { Attributes, Page, Query } from '../store/port.ts';
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
  const after = asked.cursor === undefined ? undefined : openCursor(tools, list, asked.cursor);
  const page: Page = await tools.store.query({ ...query, limit: asked.limit, after });
  return { items: page.items, next: page.next && sealCursor(tools, list, page.next) };
}

function sealCursor(tools: Tools, list: string, after: Attributes): string {
  const text = Buffer.from(JSON.stringify(after)).toString('base64url');
  return `${text}.${tools.vault.sign('cursor', `${list}|${text}`)}`;
}

function openCursor(tools: Tools, list: string, cursor: string): Attributes {
  const [text = '', signature = ''] = cursor.split('.');
  if (!tools.vault.verify('cursor', `${list}|${text}`, signature)) throw new Problem('cursor_invalid');
  return JSON.parse(Buffer.from(text, 'base64url').toString());
}
