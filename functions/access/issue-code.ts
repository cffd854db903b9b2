/** Makes one-time activation codes: single use, 14 days, and a new one kills the account's older one. */
import { dayMs } from '../../shared/rules/durations.ts';
import { hashOneTimeCode, makeOneTimeCode } from '../platform/identity/one-time-code.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import {
  accountAt,
  accountRow,
  codeAt,
  currentCodeAt,
  loginIndex,
  loginWrite,
  postOf,
  pupilLogin,
  sealPersonal,
} from './rows.ts';

const lifeMs = 14 * dayMs;

export interface IssuedCode {
  /** As printed: `XXXX-XXXX`. It is stored nowhere. */
  readonly code: string;
  readonly writes: readonly Write[];
}

/** A code for an account that exists, or that is made in the same transaction. */
export function issueCode(tools: Tools, district: string, account: string, now: number): IssuedCode {
  const code = makeOneTimeCode(tools.randomBytes);
  const hash = hashOneTimeCode(tools.vault, code);
  if (hash === undefined) throw new Error('A code was made that cannot be read');
  const until = now + lifeMs;
  const row = { v: 1, until, ttl: Math.ceil(until / 1000) };
  return {
    code,
    writes: [
      { ...codeAt(hash), put: { ...row, district, account } },
      { ...currentCodeAt(district, account), put: { ...row, hash } },
    ],
  };
}

export interface VolunteerCode {
  readonly district: string;
  readonly volunteer: string;
  /** The school's unit and its six digits. */
  readonly school: string;
  readonly schoolCode: string;
  /** The student number as the roster has it. */
  readonly number: string;
  readonly now: number;
}

/**
 * A code for a volunteer's card, in four writes that need no reading and may be repeated: the account is made with the
 * first code, and the number now leads to it. A PIN that was set before stays good until the code is used.
 */
export function issueVolunteerCode(tools: Tools, asked: VolunteerCode): IssuedCode {
  const { district, volunteer, school, now } = asked;
  const typed = pupilLogin(asked.schoolCode, asked.number);
  const login = loginIndex(tools.vault, typed);
  const { code, writes } = issueCode(tools, district, volunteer, now);
  const account = accountRow({
    id: volunteer,
    kind: 'volunteer',
    person: volunteer,
    unit: school,
    login,
    personal: sealPersonal(tools.vault, district, volunteer, { login: typed, name: '' }),
    posts: [postOf('volunteer', volunteer, school)],
    active: true,
  });
  const upsert: Write = { ...accountAt(district, volunteer), update: { set: account, add: { ver: 1 } } };
  return { code, writes: [upsert, loginWrite(login, district, volunteer), ...writes] };
}
