/**
 * A further post for a sign-in that exists: whoever holds the code of an invitation, or of a child's card, joins it to
 * the account he is signed in with. The invitation's own account, which nobody has used, goes; a guardian who becomes
 * staff sets a password. The session stays in the post it is in.
 */
import type { posts } from '../../shared/contracts/posts.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { hashOneTimeCode } from '../platform/identity/one-time-code.ts';
import { Problem } from '../platform/problem.ts';
import type { Attributes, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { behindCode } from './activate.ts';
import { joinChild } from './add-child.ts';
import {
  type Account,
  codeAt,
  currentCodeAt,
  loginAt,
  memberAt,
  memberWrite,
  openPersonal,
  postsWrite,
  sealPersonal,
  sessionAt,
} from './rows.ts';
import { checkStrength, setSecret } from './set-secret.ts';
import { readMySession, showSessionOf } from './show-session.ts';
import { takeAddressTry } from './take-tries.ts';

type Route = (typeof posts)['POST /api/session/posts'];

export const joinPost: GuardedStory<Route> = {
  async plan({ who, body, now, wire }, tools) {
    const typed = { code: body.code, now, address: wire.address };
    if (await isChildsCode(tools, body.code)) return joinChild(tools, who, typed);
    await takeAddressTry(tools, wire.address, now);
    const { account } = await readMySession(tools, who);
    const { hash, district, account: invited } = await behindCode(tools, body.code, now);
    const isInvitation = district === who.district && invited.kind === 'staff' && invited.secret === undefined;
    if (!isInvitation || invited.id === account.id) throw new Problem('code_invalid');
    const upgrade =
      account.kind === 'staff' ? undefined : await becomeStaff(tools, district, account, invited, { body, now });
    const held = account.posts.filter(({ id }) => invited.posts.every((post) => post.id !== id));
    const unit = upgrade ? invited.unit : account.unit;
    const writes: Write[] = [
      { ...currentCodeAt(district, invited.id), remove: true, when: [['hash', '=', hash]], or: 'code_invalid' },
      { ...codeAt(hash), remove: true },
      postsWrite(district, invited, { posts: [], unit: invited.unit }, { active: false }),
      { ...loginAt(invited.login), remove: true },
      postsWrite(district, account, { posts: [...held, ...invited.posts], unit }, upgrade),
      ...memberWrites(district, account, invited),
    ];
    if (upgrade) {
      const { secretId } = upgrade;
      const at = sessionAt(district, account.id, who.session);
      writes.push({ ...at, update: { set: { secretId } }, when: [['pk', 'present']], or: 'sign_in_needed' });
    }
    return { result: account.id, writes };
  },
  show: ({ who, now }, tools) => showSessionOf(tools, who, now),
};

async function isChildsCode(tools: Tools, typed: string): Promise<boolean> {
  const hash = hashOneTimeCode(tools.vault, typed);
  const [named] = hash === undefined ? [] : await tools.store.get([codeAt(hash)]);
  return named?.child !== undefined;
}

/** Units list whoever holds a post in them: the account that goes is replaced by the one that stays. */
const memberWrites = (district: string, { id }: Account, invited: Account): Write[] =>
  [...new Set(invited.posts.map(({ unit }) => unit))].flatMap((unit) => [
    { ...memberAt(district, invited.id, unit), remove: true },
    memberWrite(district, id, unit),
  ]);

type Given = Pick<Ask<Route>, 'body' | 'now'>;

/** A PIN is for one's own family: staff sign in by password, under the name that the invitation says. */
async function becomeStaff(
  tools: Tools,
  district: string,
  account: Account,
  invited: Account,
  { body: { password }, now }: Given,
): Promise<Attributes & { readonly secretId: string }> {
  if (password === undefined) throw new Problem('password_needed');
  const staff = { ...account, kind: 'staff' } as const;
  checkStrength(tools, district, staff, password);
  const { login } = openPersonal(tools.vault, district, account);
  const { name } = openPersonal(tools.vault, district, invited);
  const { secretId, set } = await setSecret(tools, district, staff, password, now);
  return {
    ...set,
    secretId,
    kind: 'staff',
    personal: sealPersonal(tools.vault, district, account.id, { login, name }),
  };
}
