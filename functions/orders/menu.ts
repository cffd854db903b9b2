/** The district's service menu: what the program begins with, and what the district has changed of it. */
import type { residents } from '../../shared/contracts/residents.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { defaultMenu, type MenuKind } from '../../shared/rules/service-menu.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { menuAt, version } from './rows.ts';

type List = (typeof residents)['GET /api/service-menu'];
type Set = (typeof residents)['PUT /api/service-menu/{kind}'];
type Menu = Readonly<Record<string, MenuKind>>;

const prefix = 'kind_';
/** Each kind that was changed is an attribute, so that two changes at once are both kept. */
function menuOf(item: Item | undefined): Menu {
  const changed = Object.entries(item ?? {}).filter(([name]) => name.startsWith(prefix));
  const kinds = changed.map(([name, kind]) => [name.slice(prefix.length), kind as unknown as MenuKind]);
  return { ...defaultMenu, ...Object.fromEntries(kinds) };
}

async function readMenu(tools: Tools, district: string): Promise<Menu> {
  const [item] = await tools.store.get([menuAt(district)]);
  return menuOf(item);
}

export const readKind = async (tools: Tools, district: string, kind: string): Promise<MenuKind | undefined> => {
  const menu = await readMenu(tools, district);
  return Object.hasOwn(menu, kind) ? menu[kind] : undefined;
};

export async function showMenu({ who }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const menu = await readMenu(tools, who.district);
  return { items: Object.entries(menu).map(([kind, facts]) => ({ kind, ...facts })) };
}

export const setKind: GuardedStory<Set> = {
  async plan({ who, params, body }) {
    const set = { v: version, [`${prefix}${params.kind}`]: { ...body } };
    return { result: params.kind, writes: [{ ...menuAt(who.district), update: { set } }] };
  },
  async show({ who, body }, tools, kind) {
    return { kind, ...body, ...(await readKind(tools, who.district, kind)) };
  },
};
