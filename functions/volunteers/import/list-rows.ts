/** The rows of one outcome, where they stand in the file and why: what the preview and the report show. */
import type { Answer } from '../../../shared/contracts/route.ts';
import type { volunteers } from '../../../shared/contracts/volunteers.ts';
import type { Ask } from '../../platform/ask.ts';
import { openCursor, sealCursor } from '../../platform/http/cursor.ts';
import type { Attributes, Item, Page } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { chunkOf, type RowResult, resultOf, resultsOf } from './rows.ts';
import { readImport } from './show.ts';

interface Placed {
  readonly row: RowResult;
  readonly chunk: string;
  readonly at: number;
}
/** A chunk is a class's worth of rows: two fill a page unless few rows of a class have this outcome. */
const chunksAtOnce = 8;

type Route = (typeof volunteers)['GET /api/imports/{import}/rows'];

export async function listImportRows({ who, params, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { job } = await readImport(who, tools, params.import);
  const list = `${who.district}|${job.id}|${query.outcome}`;
  const [chunk = '', skipped = '0'] =
    query.cursor === undefined ? [] : openCursor(tools, list, query.cursor).split('-');
  const rows: Placed[] = [];
  let after: Attributes | undefined;
  do {
    const results = resultsOf(who.district, job.id, query.outcome, chunk);
    const page: Page = await tools.store.query({ ...results, limit: chunksAtOnce, after });
    rows.push(...page.items.flatMap(placed).filter((row) => row.chunk !== chunk || row.at >= Number(skipped)));
    after = page.next;
  } while (after && rows.length <= query.limit);
  const next = rows[query.limit];
  return {
    items: rows.slice(0, query.limit).map(({ row }) => ({
      ...row,
      outcome: query.outcome,
      committed: row.committed ?? false,
    })),
    next: next && sealCursor(tools, list, `${next.chunk}-${next.at}`),
  };
}

const placed = (item: Item): Placed[] => resultOf(item).map((row, at) => ({ row, chunk: chunkOf(item), at }));
