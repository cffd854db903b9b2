/** A volunteer's sign-in after a move: by the new school's code and number, with the PIN that was set before. */
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { moveGuardianCodeWrites } from './guardian-code.ts';
import {
  type Account,
  accountAt,
  accountOf,
  guardiansOf,
  loginAt,
  loginIndex,
  loginWrite,
  postOf,
  postsWrite,
  pupilLogin,
  sealPersonal,
} from './rows.ts';

interface Moving {
  readonly district: string;
  readonly volunteer: string;
  /** The new school's unit and its six digits. */
  readonly school: string;
  readonly schoolCode: string;
  readonly number: string;
}

/** The account's and its guardians' posts are of the new school from the next request on; codes on cards go along. */
export async function moveAccountWrites(tools: Tools, moving: Moving): Promise<Write[]> {
  const { district, volunteer, school, schoolCode, number } = moving;
  const at = accountAt(district, volunteer);
  const rows = await readAll(tools.store, guardiansOf(district, volunteer));
  const items = await tools.store.get([at, ...rows.map(({ account }) => accountAt(district, String(account)))]);
  const [account, ...guardians] = items.map(accountOf);
  const child = postOf('guardian', volunteer, school).id;
  const followed = guardians
    .filter((one) => one !== undefined)
    .map((one) => {
      const posts = one.posts.map((post) => (post.id === child ? { ...post, unit: school } : post));
      return postsWrite(district, one, { posts, unit: one.unit });
    });
  const others = [...followed, ...(await moveGuardianCodeWrites(tools, { district, child: volunteer, school }))];
  // A card that is printed meanwhile would be the old school's.
  if (!account) return [{ ...at, check: true, when: [['pk', 'absent']], or: 'lost_race' }, ...others];
  const typed = pupilLogin(schoolCode, number);
  const login = loginIndex(tools.vault, typed);
  const set = {
    login,
    unit: school,
    personal: sealPersonal(tools.vault, district, volunteer, { login: typed, name: '' }),
    posts: [{ ...postOf('volunteer', volunteer, school) }],
    ver: account.ver + 1,
  };
  return [
    { ...at, update: { set }, when: [['ver', '=', account.ver]], or: 'lost_race' },
    loginWrite(login, district, volunteer),
    ...(await giveUpLogin(tools, account)),
    ...others,
  ];
}

/** None when the number was given to somebody else in the meantime, whose card leads to them. */
async function giveUpLogin({ store }: Tools, { id, login }: Account): Promise<Write[]> {
  const at = loginAt(login);
  const [row] = await store.get([at]);
  if (row?.account !== id) return [];
  return [{ ...at, remove: true, when: [['account', '=', id]], or: 'lost_race' }];
}
