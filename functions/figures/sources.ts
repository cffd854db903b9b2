/** What is counted, and what each source adds: a team, a class, a person and a shift. */
import type { RecordState } from '../../shared/contracts/hours.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { schemeOf } from '../../shared/rules/stars.ts';
import { activatedOf } from '../access/index.ts';
import { readWholeShift, unitObjectedTo, type WholeShift } from '../hours/index.ts';
import { entryAt, poolMoved, readBalance, readEntries } from '../ledger/index.ts';
import type { Tools } from '../platform/tools.ts';
import { heldLevel, readHandedOver, readStocked, starsHeldAt } from '../rewards/index.ts';
import { readTeam } from '../teams/index.ts';
import { type AskedKind, type Person, readAsked, readClassSize, readPeople, stageOf } from '../volunteers/index.ts';
import { crowdName, recordCrowd } from './crowd.ts';
import { flowOf } from './flows.ts';
import { monthOf, named, publicPlace, type Shares } from './rows.ts';

export async function countTeam(tools: Tools, district: string, id: string): Promise<Shares> {
  const team = await readTeam(tools, district, id);
  return team ? { [team.unit]: { teams: 1 }, [publicPlace]: { teams: 1 } } : {};
}

export async function countClass(tools: Tools, district: string, className: string): Promise<Shares> {
  const { school, size } = await readClassSize(tools, district, className);
  const consented = isAskedForConsent(className) ? 0 : size;
  return { [school]: { volunteers: size, consented }, [publicPlace]: { volunteers: size } };
}

/** Everybody is counted with the class; a person adds PIN, consent and hours, and all points by month. */
export async function countPerson(tools: Tools, district: string, id: string): Promise<Shares> {
  const [[person], [activated], { minutesByStage, points }, entries, [starsHeld]] = await Promise.all([
    readPeople(tools, district, [id]),
    activatedOf(tools, district, [id]),
    readBalance(tools, district, id),
    readEntries(tools, district, id),
    tools.store.get([starsHeldAt(district, id)]),
  ]);
  if (!person) return {};
  const { school } = person;
  const shares: Record<string, Record<string, number>> = { [school]: { points } };
  for (const { kind, points: moved, at } of entries) {
    const month = monthOf(school, shanghaiDay(at).slice(0, 7));
    add(shares, month, named.points(kind), moved);
    const flow = flowOf(kind);
    if (flow) add(shares, month, crowdName(flow, id), 1);
  }
  if (!person.active) return shares;
  const stage = stageOf(person);
  const hours = Math.floor((minutesByStage[stage] ?? 0) / 60);
  add(shares, school, 'online', activated ? 1 : 0);
  add(shares, school, 'consented', consentShare(person));
  add(shares, school, named.hours(stage, hours, heldLevel(starsHeld, schemeOf(stage))), hours > 0 ? 1 : 0);
  return shares;
}

/** Senior high is past the age of consent. */
const isAskedForConsent = (name: string) => ['primary', 'junior'].includes(stageOf({ class: name }));

/** Who is not asked is counted with the class, and is taken away again by taking a consent back. */
function consentShare({ class: name, said: { guardian, own } }: Person): number {
  const words = [guardian, own].flatMap((said) => said?.word ?? []);
  if (!isAskedForConsent(name)) return words.includes('withdrawn') ? -1 : 0;
  return words.length > 0 && !words.includes('withdrawn') ? 1 : 0;
}

/** Items that lie at the desks of a unit. */
export async function countStocked(tools: Tools, district: string, id: string): Promise<Shares> {
  const [item = '', desk = ''] = id.split('#');
  const unit = await readStocked(tools, district, item, desk);
  return unit === undefined ? {} : { [unit]: { stocked: 1 } };
}

/** A redemption handed over, in the school its owner was in and the month it was fetched. */
export async function countRedemption(tools: Tools, district: string, id: string): Promise<Shares> {
  const [wallet = '', redemption = ''] = id.split('#');
  const given = await readHandedOver(tools, district, wallet, redemption);
  if (!given) return {};
  const { school, kind, at } = given;
  return {
    [monthOf(school, shanghaiDay(at).slice(0, 7))]: { [named.redeemed(kind)]: 1, [crowdName(kind, wallet)]: 1 },
  };
}

function add(shares: Record<string, Record<string, number>>, place: string, name: string, number: number): void {
  const sums = shares[place] ?? {};
  shares[place] = sums;
  sums[name] = (sums[name] ?? 0) + number;
}

/** What a school has still to answer: registrations and requests, each under its own name. */
export const countAsked =
  (kind: AskedKind) =>
  async (tools: Tools, district: string, id: string): Promise<Shares> => {
    const asked = await readAsked(tools, district, kind, id);
    return asked?.isOpen ? { [asked.school]: { [named.asked(kind)]: 1 } } : {};
  };

/** An entry never changes: counting it again comes to the same. */
export async function countGift(tools: Tools, district: string, id: string): Promise<Shares> {
  const [wallet = '', seq = ''] = id.split('#');
  const [item] = await tools.store.get([entryAt(district, wallet, Number(seq))]);
  const gift = poolMoved(item);
  return gift ? { [gift.unit]: { [named.pool(gift.kind)]: gift.points } } : {};
}

export async function countShift(tools: Tools, district: string, id: string): Promise<Shares> {
  const shift = await readWholeShift(tools, district, id);
  return shift ? sharesOfShift(shift) : {};
}

/** It waits for the unit as a frozen record does, though it freezes none. */
export async function countClassObjection(tools: Tools, district: string, id: string): Promise<Shares> {
  const [shift = '', objection = ''] = id.split('#');
  const unit = await unitObjectedTo(tools, district, shift, objection);
  return unit === undefined ? {} : { [unit]: { objected: 1 } };
}

/** What is not final yet; an objection waits for a decision. */
const waitingStates: ReadonlySet<RecordState> = new Set(['recorded', 'confirmed', 'published', 'objected']);

/** Final records count in the month they were served in; what waits counts by state and by its shift's deadline. */
function sharesOfShift({ team, unit, deadline, peopleServed = 0, records }: WholeShift): Shares {
  const shares: Record<string, Record<string, number>> = { [unit]: {} };
  const sums = shares[unit] ?? {};
  const served = records.filter(({ state, minutes }) => state === 'final' || (state === 'corrected' && minutes > 0));
  for (const { state } of records) {
    if (state === 'recorded' || state === 'confirmed') sums[named.due(deadline)] = 1;
    if (waitingStates.has(state)) add(shares, unit, state, 1);
  }
  for (const { volunteer, minutes, grade, from, approvedAt } of served) {
    const isLate = shanghaiDay(approvedAt ?? 0) > deadline;
    const month = shanghaiDay(from).slice(0, 7);
    sums.sessions = 1;
    add(shares, unit, 'minutes', minutes);
    add(shares, unit, named.grade(grade), 1);
    add(shares, unit, named.team(team), minutes);
    add(shares, unit, named.monthMinutes(month), minutes);
    add(shares, unit, named.monthRecords(month), 1);
    for (const owner of [unit, team]) {
      const place = monthOf(owner, month);
      add(shares, place, 'minutes', minutes);
      add(shares, place, 'records', 1);
      add(shares, place, named.grade(grade), 1);
      if (isLate) add(shares, place, 'late', 1);
    }
    add(shares, monthOf(unit, month), crowdName(recordCrowd(grade, isLate), volunteer), 1);
  }
  if (served.length > 0) {
    const first = shanghaiDay(Math.min(...served.map(({ from }) => from))).slice(0, 7);
    sums.people = peopleServed;
    for (const owner of [unit, team]) {
      add(shares, monthOf(owner, first), 'sessions', 1);
      add(shares, monthOf(owner, first), 'people', peopleServed);
    }
  }
  return { ...shares, [publicPlace]: { minutes: sums.minutes ?? 0 } };
}
