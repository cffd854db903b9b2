/** Lists of shifts and records: what an index shows decides nothing. */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readCalendar, readSettings, readSettingsOf, schoolByCode } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam, readTeams } from '../teams/index.ts';
import { inListOrder, nameIn, readPeople } from '../volunteers/index.ts';
import { reaches, readShift } from './read-shift.ts';
import { mergedRecordsOf, showNamed } from './records-of.ts';
import {
  approvalsOf,
  publicityOf,
  recordOf,
  recordsOf,
  recordsOfVolunteer,
  type ServiceRecord,
  shiftOf,
  shiftsOfTeam,
} from './rows.ts';
import { latenessIn } from './shift-lateness.ts';
import { showRating, showRecord, showShift } from './show.ts';
import { standingOf } from './standing.ts';

type Hours = typeof hours;
type ListShifts = Hours['GET /api/shifts'];
type ShowShift = Hours['GET /api/shifts/{shift}'];
type ListApprovals = Hours['GET /api/approvals'];
type ListMyRecords = Hours['GET /api/me/records'];
type ListPublicity = Hours['GET /api/publicity/{school}'];

export async function listShifts({ who, query, now }: Ask<ListShifts>, tools: Tools): Promise<Answer<ListShifts>> {
  const team = await readTeam(tools, who.district, query.team);
  if (!team || !reaches(who, { team: team.id, unit: team.unit })) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, shiftsOfTeam(who.district, team.id), query);
  const lateOf = await latenessIn(tools, who.district, team.unit);
  return { items: items.map(shiftOf).map((shift) => ({ ...showShift(shift), late: lateOf(shift, now) })), next };
}

export async function showOneShift({ who, params, now }: Ask<ShowShift>, tools: Tools): Promise<Answer<ShowShift>> {
  const shift = await readShift(tools, who, params.shift);
  const records = (await readAll(tools.store, recordsOf(who.district, shift.id))).map(recordOf);
  const people = await readPeople(
    tools,
    who.district,
    records.map(({ volunteer }) => volunteer),
  );
  const settings = await readSettings(tools, who.district, shanghaiDay(shift.from), shift.unit);
  const calendar = await readCalendar(tools, who.district);
  const counts: Record<string, number> = {};
  for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
  const rows = records.map((record, row) => ({ record, person: people[row] }));
  return {
    shift: showShift({ ...shift, counts }),
    records: rows
      .sort((one, other) => inListOrder(one.person, other.person))
      .map(({ record, person }) => ({
        ...showRecord(record),
        ...standingOf(record, settings, calendar, now),
        name: nameIn(person, shanghaiDay(now), settings),
        rating: showRating(record),
      })),
  };
}

export async function listApprovals(
  { who, query, now }: Ask<ListApprovals>,
  tools: Tools,
): Promise<Answer<ListApprovals>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, approvalsOf(who.district, query.unit), query);
  const shifts = items.map(shiftOf);
  const teams = await readTeams(tools, who.district, [...new Set(shifts.map(({ team }) => team))]);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const lateOf = await latenessIn(tools, who.district, query.unit);
  const queued = shifts.map((shift) => {
    const { deadline, counts, exceptions = [], team } = shift;
    const people = counts.confirmed ?? 0;
    const judged = { asPlanned: exceptions.length === 0, exceptions: [...exceptions] };
    return {
      ...showShift(shift),
      late: lateOf(shift, now),
      deadline,
      teamName: names.get(team) ?? '',
      people,
      ...judged,
    };
  });
  return { items: queued, next };
}

export async function listMyRecords(
  { who, query, now }: Ask<ListMyRecords>,
  tools: Tools,
): Promise<Answer<ListMyRecords>> {
  const { items, next } = await pageOf(tools, recordsOfVolunteer(who.district, subjectOf(who)), query);
  // What another registration of the same person has brought stands at the end of the list.
  const merged = next === undefined ? await mergedRecordsOf(tools, who.district, subjectOf(who)) : [];
  const records = [...items.map(recordOf), ...merged];
  const [settingsOf, calendar] = await Promise.all([
    readSettingsOf(
      tools,
      who.district,
      records.map(({ unit }) => unit),
    ),
    readCalendar(tools, who.district),
  ]);
  const standing = (record: ServiceRecord) =>
    standingOf(record, settingsOf(record.unit, shanghaiDay(record.from)), calendar, now);
  return { items: records.map((record) => ({ ...showNamed(record), ...standing(record) })), next };
}

export async function listPublicity(
  { params, query, now }: Ask<ListPublicity>,
  tools: Tools,
): Promise<Answer<ListPublicity>> {
  const school = await schoolByCode(tools, params.school);
  if (!school) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, publicityOf(school.district, school.unit, now), query);
  type Shown = Answer<ListPublicity>['items'];
  const shown = items.map(({ until, ...item }) => ({ ...item, until: new Date(Number(until)).toISOString() }));
  // Every approval of a list may have been taken back.
  const held = (shown as unknown as Shown).filter(({ people, classes }) => people.length + classes.length > 0);
  return { items: held, next };
}
