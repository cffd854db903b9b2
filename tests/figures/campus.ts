/** A school whose pupils came by roster, with a team that some of them are in, and staff who look at figures. */

import { readDistrict } from '../../scripts/audit/stored.ts';
import { approveAll, confirmAll, openSquad, recordShift, type Squad } from '../hours/squad.ts';
import { type District, openDistrict, type School } from '../teams/school.ts';
import { csv, type Line } from '../volunteers/lines.ts';
import { everyPupil, importRoster } from '../volunteers/schools.ts';
import { linesOf, sumsFromZero, sumsStored } from './from-zero.ts';

let numbers = 0;
/** Fourteen-year-olds of 八(2)班, numbered on. */
export const pupilsOfFourteen = (count: number): Line[] =>
  Array.from({ length: count }, () => ({
    number: `2024${String(++numbers).padStart(4, '0')}`,
    class: '八(2)班',
    birthDate: '2011-09-15',
  }));

/** Brings pupils into a school by roster. @returns everybody the school has */
export async function enrolByRoster(district: District, school: School, lines: readonly Line[]): Promise<string[]> {
  const { world, administrator, id, east, west } = district;
  const schools = { world, district: id, administrator, login: '', east: east.unit, west: west.unit };
  await importRoster(schools, administrator, school.unit, csv(lines));
  return (await everyPupil(administrator, school.unit)).map(({ id: pupil }) => pupil);
}

/** A team of a school with so many members. */
export async function openCampus(members: number, district?: District): Promise<Squad> {
  const squad = await openSquad({ members: 0, district: district ?? (await openDistrict()) });
  const { administrator, east } = squad.district;
  const volunteers = await enrolByRoster(squad.district, east, pupilsOfFourteen(members));
  const params = { team: squad.team };
  await administrator.must('POST /api/teams/{team}/members', { params, body: { volunteers } });
  squad.members.push(...volunteers);
  return squad;
}

/** Service from today on is final as soon as it is approved. */
export const atOnceFinal = ({ administrator }: District) =>
  administrator.must('POST /api/rules', {
    body: { key: 'publicity_working_days', value: 0, from: '2026-03-02' },
  });

/** A shift that is made public, and final when its publicity is over. */
export async function serve(squad: Squad, minutes: number, from?: number, people = squad.members): Promise<string> {
  const shift = await recordShift(squad, { minutes, from }, people);
  await confirmAll(squad, shift);
  await approveAll(squad, shift);
  await squad.district.world.settle();
  return shift;
}

/** What the streams have counted of a district, and what counting from zero finds. */
export async function bothCounts({ world, id }: Pick<District, 'world' | 'id'>) {
  const stored = await readDistrict(world.store, id);
  return { counted: linesOf(sumsStored(stored)), fromZero: linesOf(sumsFromZero(stored)) };
}
