/** Which kinds of messages one gets. Each kind is set by itself, so that two changes at once are both kept. */
import type { notices } from '../../shared/contracts/notices.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { kindsFor, mayBeOff } from '../../shared/rules/notice-kinds.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { isOff, switchesAt, switchWrite } from './rows.ts';

type Show = (typeof notices)['GET /api/me/notice-switches'];
type Set = (typeof notices)['PUT /api/me/notice-switches'];

export const showSwitches = ({ who }: Ask<Show>, tools: Tools): Promise<Answer<Show>> => readSwitches(tools, who);

export async function setSwitch({ who, body, key }: Ask<Set>, tools: Tools): Promise<Answer<Set>> {
  const { kind, on } = body;
  if (!on && !mayBeOff(kind)) throw new Problem('notice_needed');
  await tools.store.transact(`SWITCH#${who.account}#${key}`, [switchWrite(who.district, who.account, kind, on)]);
  return readSwitches(tools, who);
}

/** Of the kinds that are said to people in such a post. */
async function readSwitches(tools: Tools, { district, account, post }: Who): Promise<Answer<Show>> {
  const [item] = await tools.store.get([switchesAt(district, account)]);
  return { items: kindsFor(post.role).map((kind) => ({ kind, on: !isOff(item, kind), always: !mayBeOff(kind) })) };
}
