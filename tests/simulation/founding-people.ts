/** Accounts and teams that a history begins with. */
import { accountAt, accountRow, sealPersonal } from '../../functions/access/rows.ts';
import type { Post, Who } from '../../functions/platform/identity/who.ts';
import type { Write } from '../../functions/platform/store/port.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { foundingWrites, joiningWrite } from '../../functions/teams/rows.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import type { World } from './world.ts';

/** Accounts of everybody but the pupils, each with all its posts. */
export function accountsOf({ leaders, approvers, desks, head, otherHead, guardians }: World): [Who, Post[]][] {
  const posts = new Map<string, [Who, Post[]]>();
  for (const who of [...leaders, ...approvers, ...desks, head, otherHead, ...guardians]) {
    const known = posts.get(who.account) ?? [who, []];
    posts.set(who.account, [who, [...known[1], who.post]]);
  }
  return [...posts.values()];
}

export function accountWrite(tools: Tools, { district, account: id, post }: Who, posts: readonly Post[]): Write {
  const personal = sealPersonal(tools.vault, district, id, { login: id, name: '陈老师' });
  const row = { id, kind: 'staff', person: id, unit: post.unit, login: id, personal, posts, active: true } as const;
  return { ...accountAt(district, id), put: { ...accountRow(row), ver: 1 } };
}

export function teamWrites(
  { district, pupils, twins }: World,
  units: UnitTree,
  unit: string,
  team: string,
  now: number,
): Write[] {
  const joining = [...pupils, ...twins].map(({ person }) => joiningWrite(district, team, person, now));
  return [...foundingWrites(district, units, { id: team, unit, name: '小红帽' }), ...joining];
}
