/** Sets a deployment up: a district, its first administrator, and the code that makes the administrator's password. */
import { addDays, type Day, shanghaiDay } from '../../shared/rules/calendar.ts';
import { districtByName, foundDistrict } from '../district/index.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { issueCode } from './issue-code.ts';
import { newStaff } from './new-account.ts';
import { openPersonal, postOf } from './rows.ts';
import { readStaff } from './staff.ts';

export interface FirstAdministrator {
  /** Unique in the deployment. */
  readonly districtName: string;
  readonly login: string;
  readonly name: string;
  readonly now: number;
  /** The district begins with the rule that administrators need codes from a phone, as a real one does. */
  readonly wantsCodes?: boolean;
}
export interface Founded {
  readonly district: string;
  /** The login the code is for: the one of the founding. */
  readonly login: string;
  /** As typed at the first sign-in: `XXXX-XXXX`. */
  readonly code: string;
  /** From when on administrators need codes from a phone, of a district that was founded so just now. */
  readonly codesFrom?: Day | undefined;
}

/** Time to bring phones: as long as the first code is good. Who signs in from then on sets one up. */
const daysUntilCodes = 14;

/**
 * Founds the district once. While its first administrator has no password yet, asking again makes a new code.
 * @returns undefined when the district has an administrator already
 * @throws login_taken when another account signs in by this login
 */
export async function foundDistrictWithAdministrator(
  tools: Tools,
  asked: FirstAdministrator,
): Promise<Founded | undefined> {
  const { districtName: name, login, now, wantsCodes } = asked;
  const known = await districtByName(tools, name);
  if (known) return renewCode(tools, known.district, known.administrator, now);
  const district = tools.newId(now);
  const administrator = tools.newId(now);
  const post = postOf('district_admin', district, district);
  const { code, writes } = newStaff(tools, district, { account: administrator, login, name: asked.name, post, now });
  const codesFrom = wantsCodes ? addDays(shanghaiDay(now), daysUntilCodes) : undefined;
  const founding = foundDistrict({ id: district, name, administrator, at: now, codesFrom });
  const outcome = await tools.store.transact(`FOUND#${district}`, [...founding, ...writes]);
  if (outcome.done) return { district, login, code, codesFrom };
  // Somebody else founded it at the same moment, or the login belongs to another account of the deployment.
  if (!(await districtByName(tools, name))) throw new Problem('login_taken');
  return foundDistrictWithAdministrator(tools, asked);
}

async function renewCode(tools: Tools, district: string, id: string, now: number): Promise<Founded | undefined> {
  const account = await readStaff(tools, district, id);
  if (!account) throw new Error('A district without its first administrator');
  if (account.secret !== undefined) return undefined;
  const { code, writes } = issueCode(tools, district, id, now);
  await tools.store.transact(`CODE#${id}#${tools.newId(now)}`, writes);
  return { district, login: openPersonal(tools.vault, district, account).login, code };
}
