/** What is counted, and what each source adds: a team, a class, a person and a shift. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { activatedOf } from '../access/index.ts';
import { readWholeShift, type WholeShift } from '../hours/index.ts';
import { entryAt, gaveToPool, readBalance } from '../ledger/index.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam } from '../teams/index.ts';
import { readClassSize, readPeople, stageOf } from '../volunteers/index.ts';
import { named, publicPlace, type Shares } from './rows.ts';

export async function countTeam(tools: Tools, district: string, id: string): Promise<Shares> {
  const team = await readTeam(tools, district, id);
  return team ? { [team.unit]: { teams: 1 }, [publicPlace]: { teams: 1 } } : {};
}

export async function countClass(tools: Tools, district: string, className: string): Promise<Shares> {
  const { school, size } = await readClassSize(tools, district, className);
  return { [school]: { volunteers: size }, [publicPlace]: { volunteers: size } };
}

/** Everybody is counted with the class; a person adds the PIN that was set and the hours that were served. */
export async function countPerson(tools: Tools, district: string, id: string): Promise<Shares> {
  const [[person], [activated], { minutesByStage }] = await Promise.all([
    readPeople(tools, district, [id]),
    activatedOf(tools, district, [id]),
    readBalance(tools, district, id),
  ]);
  if (!person?.active) return {};
  const stage = stageOf(person);
  const hours = Math.floor((minutesByStage[stage] ?? 0) / 60);
  return { [person.school]: { online: activated ? 1 : 0, [named.hours(stage, hours)]: hours > 0 ? 1 : 0 } };
}

/** An entry never changes: counting it again comes to the same. */
export async function countGift(tools: Tools, district: string, id: string): Promise<Shares> {
  const [wallet = '', seq = ''] = id.split('#');
  const [item] = await tools.store.get([entryAt(district, wallet, Number(seq))]);
  const gift = gaveToPool(item);
  return gift ? { [gift.unit]: { [named.pool(gift.kind)]: gift.points } } : {};
}

export async function countShift(tools: Tools, district: string, id: string): Promise<Shares> {
  const shift = await readWholeShift(tools, district, id);
  return shift ? sharesOfShift(shift) : {};
}

/** Final records count in the month they were served in; what waits counts by state and by its shift's deadline. */
function sharesOfShift({ team, unit, deadline, records }: WholeShift): Shares {
  const sums: Record<string, number> = {};
  const add = (name: string, number: number) => {
    sums[name] = (sums[name] ?? 0) + number;
  };
  for (const { state, minutes, grade, from } of records) {
    if (state === 'recorded' || state === 'confirmed') sums[named.due(deadline)] = 1;
    if (state === 'recorded' || state === 'confirmed' || state === 'published') add(state, 1);
    const isServed = state === 'final' || (state === 'corrected' && minutes > 0);
    if (!isServed) continue;
    const month = shanghaiDay(from).slice(0, 7);
    sums.sessions = 1;
    add('minutes', minutes);
    add(named.grade(grade), 1);
    add(named.team(team), minutes);
    add(named.monthMinutes(month), minutes);
    add(named.monthRecords(month), 1);
  }
  return { [unit]: sums, [publicPlace]: { minutes: sums.minutes ?? 0 } };
}
