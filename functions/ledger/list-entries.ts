/** My statement, newest first: every entry of the wallet with how it came about. */
import type { ledger } from '../../shared/contracts/ledger.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { subjectOf } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { type Entry, entriesOf } from './rows.ts';

type Route = (typeof ledger)['GET /api/me/entries'];

export async function listMyEntries({ who, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { items, next } = await pageOf(tools, entriesOf(who.district, subjectOf(who)), query);
  return { items: items.map((item) => show(item as unknown as Entry)), next };
}

const show = (entry: Entry) => ({
  number: entry.seq,
  kind: entry.kind,
  at: new Date(entry.at).toISOString(),
  points: entry.points,
  debt: entry.debt,
  minutes: entry.minutes,
  balance: entry.pointsAfter,
  title: typeof entry.effect.name === 'string' ? entry.effect.name : undefined,
  reference: entry.reference,
  rule: typeof entry.effect.rule === 'string' ? entry.effect.rule : undefined,
  hash: entry.hash,
});
