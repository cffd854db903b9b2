/** An account for somebody who asks for help: the community's desk makes it, the person sets a PIN with the code. */
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { issueCode } from './issue-code.ts';
import { accountAt, accountRow, loginAt, loginIndex, loginWrite, postOf, sealPersonal, staffLogin } from './rows.ts';

export interface NewResident {
  readonly district: string;
  /** The community. */
  readonly unit: string;
  readonly login: string;
  readonly name: string;
  readonly now: number;
}

/** @throws login_taken */
export async function newResident(tools: Tools, { district, unit, name, now, ...asked }: NewResident) {
  const typed = staffLogin(asked.login);
  const login = loginIndex(tools.vault, typed);
  const [named] = await tools.store.get([loginAt(login)]);
  if (named) throw new Problem('login_taken');
  const id = tools.newId(now);
  const account = {
    id,
    kind: 'resident',
    person: id,
    unit,
    login,
    personal: sealPersonal(tools.vault, district, id, { login: typed, name }),
    posts: [postOf('resident', id, unit)],
    active: true,
  } as const;
  const { code, writes } = issueCode(tools, district, id, now);
  const all: Write[] = [
    { ...loginWrite(login, district, id), when: [['pk', 'absent']], or: 'lost_race' },
    { ...accountAt(district, id), put: { ...accountRow(account), ver: 1 } },
    ...writes,
  ];
  return { account: id, code, writes: all };
}
