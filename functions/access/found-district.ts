/** Sets a deployment up: a district, its first administrator, and the code that makes the administrator's password. */
import { districtByName, foundDistrict } from '../district/index.ts';
import type { Tools } from '../platform/tools.ts';
import { newStaff } from './invite-staff.ts';
import { issueCode } from './issue-code.ts';
import { accountAt, accountOf, postOf } from './rows.ts';

export interface FirstAdministrator {
  /** Unique in the deployment. */
  readonly districtName: string;
  readonly login: string;
  readonly name: string;
  readonly now: number;
}
export interface Founded {
  readonly district: string;
  readonly account: string;
  readonly code: string;
}

/**
 * Founds the district once. While its first administrator has no password yet, asking again makes a new code.
 * @returns undefined when the district has an administrator already
 * @throws login_taken when another account signs in by this login
 */
export async function foundDistrictWithAdministrator(tools: Tools, asked: FirstAdministrator): Promise<Founded | undefined> {
  const { districtName: name, login, now } = asked;
  const known = await districtByName(tools, name);
  if (known) return renewCode(tools, known.district, known.administrator, now);
  const district = tools.newId(now);
  const administrator = tools.newId(now);
  const post = postOf('district_admin', district, district);
  const { code, writes } = await newStaff(tools, district, { account: administrator, login, name: asked.name, post, now });
  const founding = foundDistrict({ id: district, name, administrator, at: now });
  const outcome = await tools.store.transact(`FOUND#${district}`, [...founding, ...writes]);
  // Whoever was faster founded it: read again what there is now.
  return outcome.done ? { district, account: administrator, code } : foundDistrictWithAdministrator(tools, asked);
}

async function renewCode(tools: Tools, district: string, account: string, now: number): Promise<Founded | undefined> {
  const [item] = await tools.store.get([accountAt(district, account)]);
  if (accountOf(item)?.secret !== undefined) return undefined;
  const { code, writes } = issueCode(tools, district, account, now);
  await tools.store.transact(`CODE#${account}#${tools.newId(now)}`, writes);
  return { district, account, code };
}
