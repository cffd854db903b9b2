/**
 * A colleague lost the phone: an administrator of the unit above takes the codes off the account, which is logged. The
 * district's own administrators, who have nobody above, do it for one another. All of the colleague's sessions end.
 */
import type { secondStep } from '../../shared/contracts/second-step.ts';
import { openingWrite } from '../platform/audit/openings.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { type Account, accountAt } from './rows.ts';
import { covers, mayIssueCode, readStaff, showResult } from './staff.ts';

type Route = (typeof secondStep)['DELETE /api/staff/{account}/totp'];

export const resetTotp: GuardedStory<Route> = {
  async plan({ who, params, now }, tools) {
    const before = await readStaff(tools, who.district, params.account);
    if (!before?.totp || !covers(who, before.unit)) throw new Problem('not_found');
    if (before.id === who.account || !mayIssueCode(who, before) || !isAbove(who, before)) {
      throw new Problem('post_not_allowed');
    }
    const remove = ['totp', 'totpStep', 'totpPending', 'recovery', 'recoveryLeft'];
    const writes: Write[] = [
      {
        ...accountAt(who.district, before.id),
        update: { set: { secretId: tools.newId(now), ver: before.ver + 1 }, remove },
        when: [['ver', '=', before.ver]],
        or: 'lost_race',
      },
      openingWrite(tools, 'DELETE /api/staff/{account}/totp', who, before.id, now),
    ];
    return { result: before.id, writes, answer: { account: before.id, hasTotp: false } };
  },
  async show({ who }, tools, account) {
    const { hasTotp } = await showResult(tools, who, account);
    return { account, hasTotp };
  },
};

/** Above every unit that the colleague administers. */
const isAbove = ({ post, units }: Who, { posts }: Account) =>
  posts.every(({ role, unit }) => role !== 'unit_admin' || unit !== post.unit || unit === units.root.id);
