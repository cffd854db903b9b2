import type { Role } from '../../shared/roles.ts';
import type { Vault } from '../platform/identity/vault.ts';
import type { Post } from '../platform/identity/who.ts';
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';

const version = 1;

/** One way to sign in. A pupil's has the volunteer's own id; it is made when the first code is printed. */
export interface Account {
  readonly id: string;
  readonly kind: 'staff' | 'volunteer' | 'guardian' | 'resident';
  /** Whose ledger, logs and guards these are: the volunteer, or the account itself for staff. */
  readonly person: string;
  /** The unit that asked for the account: who covers it may give it further posts. */
  readonly unit: string;
  /** Names the login's row. */
  readonly login: string;
  /** Sealed: the login as it is typed, and the name of staff. */
  readonly personal: Uint8Array;
  readonly posts: readonly Post[];
  readonly active: boolean;
  /** PHC string; none before the first activation. */
  readonly secret?: string;
  /** A new one with every change of the secret: sessions that carry another are dead. */
  readonly secretId?: string;
  /** Counts changes of posts and of the right to approve, and guards the next one. */
  readonly ver: number;
  /** None before anything was chosen. */
  readonly look?: Look;
  /** The findings that have taken the right to confirm and approve hours, each until it is lifted; never none. */
  readonly suspendedBy?: readonly string[];
  /** Sealed: the secret that a phone makes codes from. */
  readonly totp?: Uint8Array;
  /** The step of the last code that was taken: only later ones are. */
  readonly totpStep?: number;
  /** Names of recovery codes that are unused, and how many. */
  readonly recovery?: readonly string[];
  readonly recoveryLeft?: number;
  /** Sealed: a secret that is shown to be scanned, until a code proves that it was. */
  readonly totpPending?: Uint8Array;
}
/** How the account's pages look. */
export interface Look {
  readonly language?: 'zh-CN' | 'en';
  readonly size?: 'normal' | 'large';
  readonly theme?: 'auto' | 'light' | 'dark';
}
export interface Session {
  readonly post: string;
  readonly secretId: string;
  /** Epoch milliseconds after which it is over, used or not. */
  readonly until: number;
  /** Epoch milliseconds after which it is over unless it is used before. */
  readonly idleUntil: number;
  /** Epoch milliseconds of the last proof that counts for the account: by code where it has a phone for codes. */
  readonly provedAt?: number;
  /** The rule wants codes of the account's administrator, and no phone was set up when the session began. */
  readonly enrol?: boolean;
  /** It lives for weeks on a leader's own phone. */
  readonly trusted?: boolean;
}

const access = (pk: string, sk: string): Target => ({ table: 'Access', key: { pk, sk } });
const accountPk = (district: string, account: string) => `T#${district}#U#${account}`;

export const accountAt = (district: string, account: string) => access(accountPk(district, account), 'ACCOUNT');
export const sessionAt = (district: string, account: string, hash: string) =>
  access(accountPk(district, account), `S#${hash}`);
export const loginAt = (login: string) => access(`LOGIN#${login}`, 'LOGIN');
/** Where a typed code leads before its district is known. */
export const codeAt = (hash: string) => access(`CODE#${hash}`, 'CODE');
/** The only code that is good for an account. */
export const currentCodeAt = (district: string, account: string) => access(accountPk(district, account), 'CODE');
export type TriesOf = 'login' | 'device' | 'proof' | 'class' | 'address';
export const triesAt = (kind: TriesOf, key: string) => access(`RL#${kind}#${key}`, 'RL');
const devicePrefix = 'D#';
/** A device on which somebody who signed in by this login asked to be remembered. */
export const deviceAt = (login: string, hash: string) => access(loginAt(login).key.pk, `${devicePrefix}${hash}`);
export const devicesOf = (login: string) => ({
  table: 'Access' as const,
  pk: loginAt(login).key.pk,
  sk: { prefix: devicePrefix },
});

/** The only code that is good for another guardian of a child. */
export const currentGuardianCodeAt = (district: string, child: string) =>
  access(accountPk(district, child), 'GUARDIAN-CODE');
const childPk = (district: string, child: string) => `T#${district}#CHILD#${child}`;
/** The accounts that look after a child. */
export const guardiansOf = (district: string, child: string) => ({
  table: 'Access' as const,
  pk: childPk(district, child),
});
export const guardianAt = (district: string, child: string, account: string) =>
  access(childPk(district, child), `G#${account}`);

/** Staff of one unit: one row for each (account, unit), so that two posts in a unit are listed as one person. */
export const staffOf = (district: string, unit: string) => ({
  table: 'Access' as const,
  index: 'byUnit',
  pk: `T#${district}#UNIT#${unit}`,
});
export const memberAt = (district: string, account: string, unit: string) =>
  access(accountPk(district, account), `UNIT#${unit}`);
export const memberWrite = (district: string, account: string, unit: string): Write => ({
  ...memberAt(district, account, unit),
  put: { v: version, account, byUnitPk: staffOf(district, unit).pk, byUnitSk: account },
});

/** Staff sign in by login, pupils by school code and number. The two cannot meet: a login has no `|`. */
export const staffLogin = (login: string) => login.trim().toLowerCase();
export const pupilLogin = (schoolCode: string, number: string) =>
  `${schoolCode}|${number.normalize('NFKC').trim().toUpperCase()}`;
export const loginIndex = (vault: Vault, login: string) => vault.blindIndex('login', login);
export const loginWrite = (login: string, district: string, account: string): Write => ({
  ...loginAt(login),
  put: { v: version, district, account },
});

/** A post is named by what it is, so that granting it twice grants it once. */
export const postOf = (role: Role, scope: string, unit: string, scopeName?: string): Post => ({
  id: `${role}-${scope}`,
  role,
  scope,
  unit,
  ...(scopeName !== undefined && { scopeName }),
});
/** Posts that have not ended by themselves. */
export const postsAt = ({ posts }: Pick<Account, 'posts'>, now: number): Post[] =>
  posts.filter(({ until = Number.POSITIVE_INFINITY }) => now < until);

interface Personal {
  readonly login: string;
  readonly name: string;
}
export const sealPersonal = (vault: Vault, district: string, account: string, personal: Personal) =>
  vault.sealPersonal(`${district}|${account}`, personal);
export const openPersonal = (vault: Vault, district: string, account: Account) =>
  vault.openPersonal(`${district}|${account.id}`, account.personal) as Personal;

export const accountOf = (item: Item | undefined) => item as unknown as Account | undefined;
export const sessionOf = (item: Item | undefined) => item as unknown as Session | undefined;

/** What every account row carries. Optional attributes come with the first activation. */
export type NewAccount = Pick<Account, 'id' | 'kind' | 'person' | 'unit' | 'login' | 'personal' | 'posts' | 'active'>;
export const accountRow = ({ posts, ...account }: NewAccount): Attributes => ({
  ...account,
  v: version,
  posts: posts.map((post) => ({ ...post })),
});
/** Changes an account's posts and what changes with them, unless somebody else changed them since `before` was read. */
export function postsWrite(
  district: string,
  before: Account,
  { posts, unit }: Pick<Account, 'posts' | 'unit'>,
  more: Attributes = {},
): Write {
  const set = { ...more, unit, posts: posts.map((post) => ({ ...post })), ver: before.ver + 1 };
  return { ...accountAt(district, before.id), update: { set }, when: [['ver', '=', before.ver]], or: 'lost_race' };
}
export const lookWrite = (district: string, account: string, look: Look): Write => ({
  ...accountAt(district, account),
  update: { set: { look: { ...look } } },
  when: [['pk', 'present']],
  or: 'sign_in_needed',
});

/** The volunteer who has just set a first PIN, or lost it, by what an account's row was and is. */
export function activationChanged(before: Item | undefined, after: Item | undefined) {
  const row = after ?? before;
  if (row?.sk !== 'ACCOUNT' || row.kind !== 'volunteer') return undefined;
  if ((before?.secret === undefined) === (after?.secret === undefined)) return undefined;
  const [, district = ''] = row.pk.split('#');
  return { district, volunteer: String(row.person) };
}
