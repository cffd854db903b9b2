/** My own exports, and where the file of one can be fetched. Nobody sees those of somebody else. */
import type { exportsOfLists } from '../../shared/contracts/exports.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { iso } from '../platform/instant.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { noteHandingOut } from './handing-out.ts';
import { linkTo } from './link.ts';
import { type Export, exportAt, exportOf, exportsOf, keptUntil, stateNow } from './rows.ts';
import { titleOf, typeOf } from './title.ts';

type List = (typeof exportsOfLists)['GET /api/exports'];
type Show = (typeof exportsOfLists)['GET /api/exports/{export}'];

const shownMax = 20;

export async function listExports({ who, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const { items } = await tools.store.query({ ...exportsOf(who.district, who.person), limit: shownMax });
  const mine = items.map(exportOf).filter((one) => isMine(who, one, now));
  return { items: mine.map((one) => shown(one, now)) };
}

export const getExport = ({ who, params, now }: Ask<Show>, tools: Tools): Promise<Answer<Show>> =>
  showExport(who, tools, params.export, now);

export async function showExport(who: Who, tools: Tools, id: string, now: number): Promise<Answer<Show>> {
  const found = await readExport(who, tools, id, now);
  if (found.state !== 'ready') return shown(found, now);
  const file = { id, name: `${titleOf(found)}.${found.as}`, type: typeOf(found), address: `/api/exports/${id}/file` };
  await noteHandingOut(tools, 'GET /api/exports/{export}', who, found.unit, now);
  return { ...shown(found, now), link: await linkTo(tools, who, file, now) };
}

/** @throws not_found, also for what was asked for in a post that is over, and for what is no longer kept */
export async function readExport(who: Who, tools: Tools, id: string, now: number): Promise<Export> {
  const [item] = await tools.store.get([exportAt({ district: who.district, person: who.person, id })]);
  const found = item && exportOf(item);
  if (!found || !isMine(who, found, now)) throw new Problem('not_found');
  return found;
}

const isMine = ({ post, units }: Who, one: Export, now: number) =>
  units.covers(post.unit, one.unit) && now < keptUntil(one);

function shown(one: Export, now: number): Answer<List>['items'][number] {
  const { id, list, unit, unitName, desk, from, to, as, rows, createdAt } = one;
  return {
    id,
    list,
    unit,
    unitName,
    desk,
    from,
    to,
    as,
    state: stateNow(one, now),
    rows,
    createdAt: iso(createdAt),
    keptUntil: iso(keptUntil(one)),
  };
}
