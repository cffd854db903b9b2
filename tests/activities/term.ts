/**
 * A school term of a recurring duty through the real stories, on the store in memory: 23 schools, 90 teams, 600 pupils,
 * 100 school days. Run as a program it prints what came out: the same bytes in every time zone.
 */
import { pathToFileURL } from 'node:url';
import { tendDue } from '../../functions/activities/index.ts';
import { finaliseDue } from '../../functions/hours/index.ts';
import { addDays, isWorkingDay } from '../../shared/rules/calendar.ts';
import { atClock } from '../../shared/rules/duty.ts';
import { type Random, seeded } from '../simulation/random.ts';
import { add, compareSums } from './term-sums.ts';
import { foundTown, size, type Team, type Town } from './term-town.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const firstDay = '2026-02-26';
const span = { from: '07:20', to: '07:50' };
/** Minutes after the start to which the leader sets those of whom nobody saw when they left. */
const decidedMinute = 25;

interface Duty {
  readonly team: Team;
  readonly shift: string;
  readonly from: number;
}
interface Part {
  readonly volunteer: string;
  /** Minutes from the planned start; none for who stays away or forgets to check out. */
  readonly comes?: number;
  readonly goes?: number;
}

export async function playTerm(seed = 1) {
  const random = seeded(seed);
  const town = await foundTown(random, atClock(addDays(firstDay, -1), '12:00'));
  const days = schoolDays();
  const duties = await publishDuties(town, days.at(-1) ?? firstDay);
  const reckoned: Record<string, number> = {};
  let clock = town.now;
  const turnClock = async () => {
    await tendDue(town.tools, { since: clock, now: town.now });
    await finaliseDue(town.tools, { since: clock, now: town.now });
    clock = town.now;
  };
  let records = 0;
  for (const day of days) {
    for (const duty of duties.filter(({ from }) => from >= atClock(day, '00:00') && from < atClock(day, '23:59'))) {
      records += await serve(town, duty, random, reckoned);
    }
    town.now = atClock(day, '23:00');
    await turnClock();
  }
  // Publicity of the last records ends.
  for (let count = 0; count < 12; count++) {
    town.now += dayMs;
    await turnClock();
  }
  const shifts = duties.map(({ shift }) => shift);
  const sums = await compareSums(town, shifts, reckoned);
  return { ...size, days: days.length, shifts: shifts.length, records, ...sums };
}

function schoolDays(): string[] {
  const days: string[] = [];
  for (let day = firstDay; days.length < size.days; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const isSummer = ['07', '08'].includes(day.slice(5, 7));
    if (isWorkingDay(day, {}) && !isSummer && weekday > 0 && weekday < 6) days.push(day);
  }
  return days;
}

/** Each team stands at its crossing one morning a week: on every school day a fifth of them do. */
async function publishDuties(town: Town, last: string): Promise<Duty[]> {
  const duties: Duty[] = [];
  for (const team of town.teams) {
    const duty = { weekdays: [(team.at % 5) + 1], spans: [span], first: firstDay, last, schoolDays: true };
    const said = {
      name: '护学岗',
      place: '校门口',
      content: '引导同学过马路',
      category: 'order',
      risk: '站在人行道内',
    };
    const roles = [{ name: '引导员', places: team.members.length }];
    const more = { contact: '值班老师', roles, conditions: {}, accompanied: false, audience: 'team' };
    const { shifts = [] } = await town.ask('POST /api/activities', team.leader, {}, { ...said, ...more, duty });
    duties.push(...shifts.map(({ id, from }) => ({ team, shift: id, from: Date.parse(from) })));
  }
  return duties.sort((one, other) => one.from - other.from);
}

/** One shift from sign-up to approval. @returns records made */
async function serve(town: Town, { team, shift, from }: Duty, random: Random, reckoned: Record<string, number>) {
  const params = { shift };
  const { leader, approver, members } = team;
  const at = (minute: number) => from + minute * minuteMs;
  town.now = at(-60);
  await town.ask('POST /api/activity-shifts/{shift}/sign-ups', leader, params, { volunteers: members, role: 0 });
  const parts = members.map((volunteer): Part => {
    const comes = random.chance(0.95) ? random.between(-12, 12) : undefined;
    return { volunteer, comes, goes: random.chance(0.9) ? random.between(20, 45) : undefined };
  });
  const there = parts.filter(({ comes }) => comes !== undefined);
  await note(town, { team, shift, from }, 'in', there);
  await note(
    town,
    { team, shift, from },
    'out',
    there.filter(({ goes }) => goes !== undefined),
  );
  town.now = at(70);
  const decided = there.filter(({ goes }) => goes === undefined).filter((_, row) => row % 2 === 0);
  if (decided.length > 0) {
    const body = {
      volunteers: decided.map(({ volunteer }) => volunteer),
      at: new Date(at(decidedMinute)).toISOString(),
    };
    await town.ask('POST /api/activity-shifts/{shift}/departures', leader, params, body);
  }
  const made = await town.ask('POST /api/activity-shifts/{shift}/records', leader, params, {});
  await town.ask('POST /api/shifts/{shift}/confirmation', leader, params, {});
  town.now = at(130);
  await town.ask('POST /api/shifts/{shift}/approval', approver, params, {});
  for (const part of there) {
    const minutes = minutesOf(part, decided.includes(part));
    for (const whose of [part.volunteer, team.id, team.unit]) add(reckoned, whose, minutes);
  }
  return made.items?.filter(({ outcome }) => outcome === 'done').length ?? 0;
}

/** Those of one minute are noted in one go. */
async function note(town: Town, { team, shift, from }: Duty, what: 'in' | 'out', parts: readonly Part[]) {
  const minuteOf = (part: Part) => (what === 'in' ? part.comes : part.goes) ?? 0;
  const minutes = [...new Set(parts.map(minuteOf))].sort((one, other) => one - other);
  for (const minute of minutes) {
    town.now = from + minute * minuteMs;
    const volunteers = parts.filter((part) => minuteOf(part) === minute).map(({ volunteer }) => volunteer);
    const body = { what, means: 'scan', volunteers };
    await town.ask('POST /api/activity-shifts/{shift}/attendance', team.leader, { shift }, body);
  }
}

/** The rules once more, without the code that is tested: from the planned start, in steps of six, fifteen at least. */
function minutesOf({ comes = 0, goes }: Part, isDecided: boolean): number {
  const leaves = goes ?? (isDecided ? decidedMinute : undefined);
  const served = leaves === undefined ? 0 : leaves - Math.max(0, comes);
  return served < 15 ? 0 : served - (served % 6);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await playTerm()));
