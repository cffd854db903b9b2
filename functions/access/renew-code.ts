/** For a colleague who lost the code or forgot the password: a new code; the password stays good until it is used. */
import type { access } from '../../shared/contracts/access.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { issueCode } from './issue-code.ts';
import { accountAt } from './rows.ts';
import { covers, mayIssueCode, readStaff, showResult, showStaff } from './staff.ts';

type Route = (typeof access)['POST /api/staff/{account}/codes'];

export const renewCode: GuardedStory<Route> = {
  async plan({ who, params, now }, tools) {
    const account = await readStaff(tools, who.district, params.account);
    if (!account || !covers(who, account.unit)) throw new Problem('not_found');
    if (!mayIssueCode(who, account)) throw new Problem('post_not_allowed');
    const { code, writes } = issueCode(tools, who.district, account.id, now);
    const samePosts: Write = {
      ...accountAt(who.district, account.id),
      check: true,
      when: [['ver', '=', account.ver]],
      or: 'lost_race',
    };
    return { result: account.id, writes: [samePosts, ...writes], answer: { ...showStaff(tools, who, account), code } };
  },
  show: ({ who }, tools, account) => showResult(tools, who, account),
};
