/** Who of the team goes: members with a consent, old enough for a home or a risk. */
import type { teamOrders } from '../../shared/contracts/team-orders.ts';
import { ageOn } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { mayVisit } from '../../shared/rules/visits.ts';
import { readSettings } from '../district/index.ts';
import { riskLevelHigh } from '../hours/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Post } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf } from '../teams/index.ts';
import { isCovered, type Person, readPeople } from '../volunteers/index.ts';
import { showForTeam, teamsOwn } from './accept.ts';
import { mustBeAt } from './read-order.ts';
import { memberAt, memberRow, type Order, orderWrite } from './rows.ts';

type Route = (typeof teamOrders)['PUT /api/orders/{order}/members'];

export const assignMembers: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const order = await teamsOwn(tools, who, params.order);
    mustBeAt(order, 'assign');
    const members = [...new Set(body.volunteers)];
    await mustBeFit(tools, order, who.post, members);
    if (order.riskLevel >= riskLevelHigh && body.insurance === undefined) throw new Problem('insurance_missing');
    const next: Order = { ...order, members, assignedAt: now, insurance: body.insurance };
    return { result: order.id, writes: [orderWrite(next, order.rev), ...listWrites(order, next)] };
  },
  show: showForTeam,
};

/** @throws person_not_eligible, consent_missing, too_young_for_risk, home_visit_minor */
async function mustBeFit(tools: Tools, order: Order, team: Post, members: readonly string[]): Promise<void> {
  const { district, homeVisit, riskLevel, from } = order;
  const day = shanghaiDay(from);
  const [people, inTeam, settings] = await Promise.all([
    readPeople(tools, district, members),
    membersOf(tools, district, team.scope, members),
    readSettings(tools, district, day, team.unit),
  ]);
  const known = people.filter((person, at): person is Person => person?.active === true && inTeam[at] === true);
  if (known.length < members.length) throw new Problem('person_not_eligible');
  if (!known.every((person) => isCovered(person, day, settings))) throw new Problem('consent_missing');
  const ages = known.map(({ birthDate }) => ageOn(birthDate, day));
  if (homeVisit && !mayVisit(ages, settings)) throw new Problem('home_visit_minor');
  const isRisky = riskLevel >= riskLevelHigh;
  if (isRisky && ages.some((age) => age < settings.risk_age_min)) throw new Problem('too_young_for_risk');
}

/** Puts the order on the lists of who goes now, and takes it off those of who no longer does. */
function listWrites(before: Order, after: Order): Write[] {
  const { district, id } = before;
  const gone = before.members.filter((volunteer) => !after.members.includes(volunteer));
  const come = after.members.filter((volunteer) => !before.members.includes(volunteer));
  return [
    ...gone.map((volunteer): Write => ({ ...memberAt(district, id, volunteer), remove: true })),
    ...come.map((volunteer): Write => ({ ...memberAt(district, id, volunteer), put: memberRow(after, volunteer) })),
  ];
}
