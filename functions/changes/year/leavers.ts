/** Everybody who has left a school, and the school's own word on who leaves or comes back. Nothing is deleted. */
import type { Answer } from '../../../shared/contracts/route.ts';
import type { schoolYears } from '../../../shared/contracts/school-year.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { balanceAt, balanceOf } from '../../ledger/index.ts';
import type { Ask } from '../../platform/ask.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import {
  classLabel,
  leavingWrites,
  listLeaversOf,
  type Moved,
  type Person,
  readPeople,
  returningWrites,
} from '../../volunteers/index.ts';
import { ownSchool } from './plan.ts';
import { leavingFor } from './step.ts';

type List = (typeof schoolYears)['GET /api/schools/{school}/leavers'];
type Leave = (typeof schoolYears)['POST /api/schools/{school}/leavers'];
type Return = (typeof schoolYears)['POST /api/schools/{school}/leavers/return'];

export async function listLeavers({ who, params, query }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  ownSchool(who, params.school);
  const { leavers, next } = await listLeaversOf(tools, who.district, params.school, query.cursor);
  const wallets = leavers.length === 0 ? [] : leavers.map(({ id }) => balanceAt(who.district, id));
  const balances = wallets.length === 0 ? [] : await tools.store.get(wallets);
  const items = leavers.map(({ id, name, number, class: className, stage, leftAt, seal }, at) => {
    const minutes = balanceOf(balances[at]).minutesByStage[stage] ?? 0;
    const label = classLabel({ class: className }, shanghaiDay(leftAt));
    return {
      ...{ id, name, number, class: label },
      leftAt: new Date(leftAt).toISOString(),
      sealed: seal.minutes,
      minutes,
      changed: minutes !== seal.minutes,
    };
  });
  return { items, next };
}

export const markLeft = ({ who, params, body, now }: Ask<Leave>, tools: Tools): Promise<Answer<Leave>> =>
  eachClass(tools, who, { ...params, ...body, now, wanted: true }, (className, chosen) => {
    const leaving = leavingFor(tools, who.district, className, now, `SCHOOL#${who.person}`);
    return leavingWrites(tools, who.district, className, leaving, chosen);
  });

export const bringBack = ({ who, params, body, now }: Ask<Return>, tools: Tools): Promise<Answer<Return>> =>
  eachClass(tools, who, { ...params, ...body, now, wanted: false }, (className, chosen) =>
    returningWrites(tools, who.district, className, ({ id }) => chosen.has(id)),
  );

interface Asked {
  readonly school: string;
  readonly volunteers: readonly string[];
  readonly now: number;
  /** Whether those who are to be changed are there now. */
  readonly wanted: boolean;
}
type Move = (className: string, chosen: ReadonlySet<string>) => Promise<Moved>;

/** Each class in as many transactions as it needs; who is already as asked is left as they are. */
async function eachClass(tools: Tools, who: Who, { school, volunteers, now, wanted }: Asked, move: Move) {
  ownSchool(who, school);
  const ids = [...new Set(volunteers)];
  const people = await readPeople(tools, who.district, ids);
  const known = people.filter((person): person is Person => person?.school === school);
  const changing = known.filter(({ active }) => active === wanted);
  for (const [className, members] of Map.groupBy(changing, (person) => person.class)) {
    await moveAll(tools, now, new Set(members.map(({ id }) => id)), (chosen) => move(className, chosen));
  }
  const found = new Set(known.map(({ id }) => id));
  return { items: ids.map((id) => ({ id, outcome: found.has(id) ? 'done' : 'not_found' })) };
}

/** A class is changed by others seldom: more lost races than this are overload, not chance. */
const attemptsMax = 8;

async function moveAll(
  tools: Tools,
  now: number,
  chosen: ReadonlySet<string>,
  move: (rest: ReadonlySet<string>) => Promise<Moved>,
) {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const { people, writes } = await move(chosen);
    if (people.length === 0) return;
    await tools.store.transact(`leave#${tools.newId(now)}`, writes);
  }
  throw new Problem('busy', { retryAfter: 1 });
}
