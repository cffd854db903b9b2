/**
 * A leader, or the unit's administrator, lends a team to a colleague until a day: the substitute acts as its leader up
 * to 24:00 of that day, and lends it to nobody. It may end earlier; whoever has the team may give it back.
 */
import type { posts } from '../../shared/contracts/posts.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import {
  colleagueBy,
  endOfPost,
  endPostsWrites,
  leadersOf,
  postOf,
  readStaff,
  staffNames,
  temporaryPostWrites,
} from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import type { Team } from './rows.ts';
import { teamInScope } from './team-in-scope.ts';

type List = (typeof posts)['GET /api/teams/{team}/leaders'];
type Lend = (typeof posts)['POST /api/teams/{team}/substitutes'];
type TakeBack = (typeof posts)['DELETE /api/teams/{team}/substitutes/{account}'];
type Shown = Answer<List>['items'][number];

export async function listLeaders({ who, params, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  return { items: await showLeaders(tools, who, await teamInScope(tools, who, params.team), now) };
}

async function showLeaders(tools: Tools, { district }: Who, { id, unit }: Team, now: number): Promise<Shown[]> {
  const leaders = await leadersOf(tools, district, { team: id, unit, now });
  const lenders = leaders.flatMap(({ by }) => (by === undefined ? [] : [by]));
  const names = await staffNames(tools, district, lenders);
  return leaders.map(({ account, name, until, by }) => ({
    account,
    name,
    until: until === undefined ? undefined : new Date(until).toISOString(),
    lentBy: by && names.get(by),
  }));
}

export const lendTeam: GuardedStory<Lend> = {
  async plan({ who, params, body, now }, tools) {
    const team = await teamInScope(tools, who, params.team);
    if (who.post.until !== undefined) throw new Problem('post_not_allowed');
    const until = endOfPost(body.until, now);
    const colleague = await colleagueBy(tools, who.district, body.login);
    const isNear = colleague && who.units.covers(team.unit, colleague.unit);
    if (!colleague || !isNear || colleague.id === who.account) throw new Problem('not_found');
    const post = { ...postOf('leader', team.id, team.unit, team.name), until, by: who.account };
    return { result: colleague.id, writes: temporaryPostWrites(who.district, colleague, post) };
  },
  async show({ who, params, now }, tools, account) {
    const [colleague, names] = await Promise.all([
      readStaff(tools, who.district, account),
      staffNames(tools, who.district, [account, who.account]),
    ]);
    const post = colleague?.posts.find(({ role, scope }) => role === 'leader' && scope === params.team);
    const until = post?.until === undefined ? now : post.until;
    const lentBy = post?.by === who.account ? names.get(who.account) : undefined;
    return { account, name: names.get(account) ?? '', until: new Date(until).toISOString(), lentBy };
  },
};

export const takeTeamBack: GuardedStory<TakeBack> = {
  async plan({ who, params }, tools) {
    const team = await teamInScope(tools, who, params.team);
    const colleague = await readStaff(tools, who.district, params.account);
    const lent = colleague?.posts.find(({ id, until }) => id === postOf('leader', team.id, '').id && until);
    if (!colleague || !lent) throw new Problem('not_found');
    // A substitute gives back the own team and takes none from another substitute.
    if (who.post.until !== undefined && colleague.id !== who.account) throw new Problem('post_not_allowed');
    const writes = endPostsWrites(who.district, colleague, (post) => post === lent);
    return { result: colleague.id, writes, answer: { account: colleague.id, ended: true } };
  },
  show: async (_, __, account) => ({ account, ended: true }),
};
