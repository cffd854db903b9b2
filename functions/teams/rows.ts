import type { UnitTree } from '../../shared/rules/units.ts';
import type { Item, Target, Write } from '../platform/store/port.ts';

const version = 1;

/** A team of volunteers. It belongs to a unit and takes members from that unit's schools. */
export interface Team {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly brand?: string;
  /** Members at present, kept in the same transactions as their rows. */
  readonly members: number;
}

const teamPk = (district: string, team: string) => `T#${district}#T#${team}`;
const memberPrefix = 'M#';

export const teamAt = (district: string, team: string): Target => ({
  table: 'Teams',
  key: { pk: teamPk(district, team), sk: 'TEAM' },
});
export const memberAt = (district: string, team: string, volunteer: string): Target => ({
  table: 'Teams',
  key: { pk: teamPk(district, team), sk: `${memberPrefix}${volunteer}` },
});
export const membersQuery = (district: string, team: string) => ({
  table: 'Teams' as const,
  pk: teamPk(district, team),
  sk: { prefix: memberPrefix },
});
export const volunteerOf = (member: Item) => member.sk.slice(memberPrefix.length);

const unitPk = (district: string, unit: string) => `T#${district}#UNIT#${unit}`;
const volunteerPk = (district: string, volunteer: string) => `T#${district}#V#${volunteer}`;

/** Teams of a unit and of all units below it. */
export const teamsOfUnit = (district: string, unit: string) => ({
  table: 'Teams' as const,
  pk: unitPk(district, unit),
  sk: { prefix: 'T#' },
});
/** Teams a volunteer is in. */
export const teamsOfVolunteer = (district: string, volunteer: string) => ({
  table: 'Teams' as const,
  index: 'byVolunteer',
  pk: volunteerPk(district, volunteer),
});
/** The team a row of either list names. */
export const teamNamedBy = (row: Item): string => String(row.team);

/** A team with one list row for its unit and for each unit above, so that any subtree is one query. */
export function foundingWrites(
  district: string,
  units: UnitTree,
  { id, unit, name, brand }: Omit<Team, 'members'>,
): Write[] {
  const team: Write = {
    ...teamAt(district, id),
    put: { v: version, unit, name, ...(brand === undefined ? {} : { brand }), members: 0 },
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
  const lists = units.above(unit).map(
    (above): Write => ({
      table: 'Teams',
      key: { pk: unitPk(district, above), sk: `T#${id}` },
      put: { v: version, team: id },
    }),
  );
  return [team, ...lists];
}

export function teamOf(id: string, item: Item | undefined): Team | undefined {
  if (!item) return undefined;
  const { unit, name, brand, members } = item as Item & Omit<Team, 'id'>;
  return { id, unit, name, brand, members };
}

export function joiningWrite(district: string, team: string, volunteer: string, at: number): Write {
  const index = { byVolunteerPk: volunteerPk(district, volunteer), byVolunteerSk: team };
  return {
    ...memberAt(district, team, volunteer),
    put: { v: version, team, at, ...index },
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
}
/** Notes that another registration of the same person has joined, or none any more. */
export function joinedWrite(district: string, team: string, volunteer: string, joinedBy: string | undefined): Write {
  return {
    ...memberAt(district, team, volunteer),
    update: joinedBy === undefined ? { remove: ['joinedBy'] } : { set: { joinedBy } },
    when: [['pk', 'present']],
    or: 'lost_race',
  };
}
export function leavingWrite(district: string, team: string, volunteer: string): Write {
  return { ...memberAt(district, team, volunteer), remove: true, when: [['pk', 'present']], or: 'lost_race' };
}
export function memberCountWrite(district: string, team: string, members: number): Write {
  return { ...teamAt(district, team), update: { add: { members } }, when: [['pk', 'present']], or: 'lost_race' };
}

/** The team that a changed row founds, dissolves or gives to another unit; its members' coming and going is none. */
export function teamFounded(before: Item | undefined, after: Item | undefined) {
  const row = after ?? before;
  if (row?.sk !== 'TEAM' || before?.unit === after?.unit) return undefined;
  const [, district = '', , team = ''] = row.pk.split('#');
  return { district, team };
}
