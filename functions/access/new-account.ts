import type { Post } from '../platform/identity/who.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { issueCode } from './issue-code.ts';
import { accountAt, accountRow, loginIndex, loginWrite, memberWrite, sealPersonal, staffLogin } from './rows.ts';

export interface NewAccount {
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly post: Post;
  readonly now: number;
}

/** The writes of a new account with its first post and code. Whoever took the login meanwhile wins: `lost_race`. */
export function newAccount(
  tools: Tools,
  district: string,
  kind: 'staff' | 'resident',
  { account: id, name, post, now, ...asked }: NewAccount,
) {
  const typed = staffLogin(asked.login);
  const login = loginIndex(tools.vault, typed);
  const personal = sealPersonal(tools.vault, district, id, { login: typed, name });
  const account = { id, kind, person: id, unit: post.unit, login, personal, posts: [post], active: true } as const;
  const { code, writes } = issueCode(tools, district, id, now);
  const all: Write[] = [
    { ...loginWrite(login, district, id), when: [['pk', 'absent']], or: 'lost_race' },
    { ...accountAt(district, id), put: { ...accountRow(account), ver: 1 } },
    ...writes,
  ];
  return { account: { ...account, ver: 1 }, code, writes: all };
}

/** Staff stand on their unit's list too. */
export function newStaff(tools: Tools, district: string, asked: NewAccount) {
  const made = newAccount(tools, district, 'staff', asked);
  return { ...made, writes: [...made.writes, memberWrite(district, asked.account, asked.post.unit)] };
}
