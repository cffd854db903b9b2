/** Whose inboxes a happening comes into: found when it is told, so that whoever holds a post now is told. */
import type { Role } from '../../shared/roles.ts';
import type { Happening } from '../../shared/rules/notice-kinds.ts';
import { holdersOf, inboxesOf, ownInbox } from '../access/index.ts';
import { treeAt, treeOf } from '../district/index.ts';
import { placeOfShift } from '../hours/index.ts';
import { teamsToTell } from '../orders/index.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from '../teams/index.ts';

/** @returns accounts, some perhaps more than once */
export async function recipientsOf(tools: Tools, { district, to }: Happening, now: number): Promise<string[]> {
  if ('volunteer' in to) return inboxesOf(tools, district, to.volunteer);
  if ('account' in to) return ownInbox(tools, district, to.account);
  if ('approversOf' in to) {
    const holders = await holdersOf(tools, district, { unit: to.approversOf, roles: ['approver', 'unit_admin'], now });
    return holders.filter((account) => account !== to.except);
  }
  if ('decidersOf' in to) return decidersOf(tools, district, to, now);
  if ('leadersOf' in to) return leadersOf(tools, district, [to.leadersOf], now);
  if ('takersOf' in to) return leadersOf(tools, district, await teamsToTell(tools, district, to.takersOf, now), now);
  const place = await placeOfShift(tools, district, to.leadersOfShift);
  if (!place) return [];
  const leaders = await holdersOf(tools, district, { unit: place.unit, roles: ['leader'], scope: place.team, now });
  return leaders.filter((account) => !to.except?.includes(account));
}

async function leadersOf(tools: Tools, district: string, ids: readonly string[], now: number): Promise<string[]> {
  const teams = await readTeams(tools, district, ids);
  const leaders = teams.map(({ id: scope, unit }) =>
    holdersOf(tools, district, { unit, roles: ['leader'], scope, now }),
  );
  return (await Promise.all(leaders)).flat();
}

const deciding: readonly Role[] = ['unit_admin', 'district_admin'];
/** A small unit may have nobody but who asks: then it is for the one above it. */
async function decidersOf(
  tools: Tools,
  district: string,
  { decidersOf: unit, except }: { readonly decidersOf: string; readonly except?: string },
  now: number,
): Promise<string[]> {
  const [tree] = await tools.store.get([treeAt(district)]);
  for (const one of treeOf(tree).above(unit)) {
    const holders = await holdersOf(tools, district, { unit: one, roles: deciding, now });
    const others = holders.filter((account) => account !== except);
    if (others.length > 0) return others;
  }
  return [];
}
