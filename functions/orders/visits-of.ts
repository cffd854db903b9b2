import { iso } from '../platform/instant.ts';
import { getAll } from '../platform/store/get-all.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { orderAt, orderNamedBy, orderOf, ordersOfPerson } from './rows.ts';

/** The visits a person goes or went to, the latest first, for the person's own download; of the resident nothing. */
export async function visitsOfPerson(tools: Tools, district: string, volunteer: string) {
  const rows = await readAll(tools.store, ordersOfPerson(district, volunteer));
  const items = await getAll(
    tools.store,
    rows.map((row) => orderAt(district, orderNamedBy(row))),
  );
  return items
    .flatMap((item) => (item ? [orderOf(item)] : []))
    .filter(({ members }) => members.includes(volunteer))
    .map(({ title, state, from, to, homeVisit }) => ({ title, state, homeVisit, from: iso(from), to: iso(to) }));
}
