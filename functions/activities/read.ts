/** What the stories of activities read: a shift in the asker's scope, and a person as far as joining goes. */
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import { isAway } from '../../shared/rules/participation.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readSettings } from '../district/index.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import { getAll } from '../platform/store/get-all.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf } from '../teams/index.ts';
import { type Person, personAt, personOf } from '../volunteers/index.ts';
import {
  type Absences,
  absencesAt,
  absencesOf,
  type Participation,
  partAt,
  partOf,
  partsOf,
  qualificationsAt,
} from './part-rows.ts';
import { lookAfter } from './publish.ts';
import { qualificationsWith } from './qualifications.ts';
import { type ActivityShift, headAt, shiftOf } from './rows.ts';

type Placed = Pick<ActivityShift, 'district' | 'from' | 'unit'>;
export const settingsFor = (tools: Tools, { district, from, unit }: Placed) =>
  readSettings(tools, district, shanghaiDay(from), unit);

const reaches = ({ post, units }: Who, { team, unit }: ActivityShift) =>
  post.role === 'leader' ? post.scope === team : units.covers(post.unit, unit);

/** A shift of the asker's team or units; foreign and absent are the same. @throws not_found */
export async function readOwnShift(tools: Tools, who: Who, id: string): Promise<ActivityShift> {
  const [item] = await tools.store.get([headAt(who.district, id)]);
  const shift = item && shiftOf(item);
  if (!shift || !reaches(who, shift)) throw new Problem('not_found');
  return shift;
}

/** A lent right lasts as long as its holder takes part, and until what was noted without network has come in. */
export const isLentTo = (
  person: string,
  { shift, part }: { readonly shift: ActivityShift; readonly part: Participation | undefined },
  { now, settings }: Moment,
): boolean =>
  shift.helper === person &&
  part !== undefined &&
  !isAway(part.state) &&
  now <= lookAfter(shift, settings) + settings.offline_scan_hours * hourMs;

/** A shift the asker leads, or was lent the right to check people in for. @throws not_found */
export async function readLedShift(tools: Tools, who: Who, id: string, now: number): Promise<ActivityShift> {
  if (who.post.role === 'leader') return readOwnShift(tools, who, id);
  const { shift, part } = await readShiftAndPart(tools, who.district, id, who.person);
  if (!shift) throw new Problem('not_found');
  const settings = await settingsFor(tools, shift);
  if (!isLentTo(who.person, { shift, part }, { now, settings })) throw new Problem('not_found');
  return shift;
}

export async function readShiftAndPart(tools: Tools, district: string, shift: string, volunteer: string) {
  const [head, part] = await tools.store.get([headAt(district, shift), partAt(district, shift, volunteer)]);
  return { shift: head && shiftOf(head), part: part && partOf(part) };
}

export const readParts = async (tools: Tools, district: string, shift: string): Promise<Participation[]> =>
  (await readAll(tools.store, partsOf(district, shift))).map(partOf);

/** People by id, any number of them, in the order asked. */
export async function readPersons(tools: Tools, district: string, volunteers: readonly string[]) {
  const items = await getAll(
    tools.store,
    volunteers.map((volunteer) => personAt(district, volunteer)),
  );
  return volunteers.map((volunteer, at) => personOf(tools, district, volunteer, items[at]));
}

/** Somebody who may want to join. */
export interface Candidate {
  readonly person: Person;
  readonly qualifications: readonly string[];
  readonly absences: Absences;
  readonly isMember: boolean;
}
export async function readCandidate(
  tools: Tools,
  { district, team, from }: ActivityShift,
  volunteer: string,
): Promise<Candidate | undefined> {
  const year = schoolYear(shanghaiDay(from));
  const [[item, skills, absences], [isMember = false]] = await Promise.all([
    tools.store.get([
      personAt(district, volunteer),
      qualificationsAt(district, volunteer),
      absencesAt(district, volunteer, year),
    ]),
    membersOf(tools, district, team, [volunteer]),
  ]);
  const person = personOf(tools, district, volunteer, item);
  if (!person) return undefined;
  const qualifications = await qualificationsWith(tools, district, person, skills);
  return { person, qualifications, absences: absencesOf(absences), isMember };
}

/** What one request needs to know beside the rows. */
export interface Moment {
  readonly now: number;
  readonly settings: Settings;
}
