/** Where somebody who registers belongs: a pupil to the class said, a grown volunteer to a group of the community. */
import { ageOn, isMinor } from '../../../shared/rules/ages.ts';
import { schoolYear } from '../../../shared/rules/calendar.ts';
import { adultGroup, classInYear, type GroupKey } from '../../../shared/rules/classes.ts';
import type { UnitKind } from '../../../shared/rules/units.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { readClasses } from '../classes.ts';

/** A group's list is one row: past this many another group begins. */
const groupSizeMax = 500;

interface Placed {
  readonly grade?: number;
  readonly classNumber?: number;
  readonly birthDate: string;
}

/** @throws adults_only for a minor at a community, shape_invalid for a pupil without a class */
export function groupSaid(kind: UnitKind, { grade, classNumber, birthDate }: Placed, today: string): GroupKey {
  if (kind === 'community') {
    if (isMinor(ageOn(birthDate, today))) throw new Problem('adults_only');
    return adultGroup(1);
  }
  if (grade === undefined || classNumber === undefined)
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body/grade', message: '请填年级和班级' }] });
  const of = classInYear(grade, classNumber, schoolYear(today));
  if (!of) throw new Error('A grade that the contract admits is none');
  return of;
}

/** The group in which there is room now; a class stays as it is. */
export async function groupWithRoom(tools: Tools, district: string, unit: string, said: GroupKey): Promise<GroupKey> {
  if (said.stage !== 'adult') return said;
  const groups = (await readClasses(tools, district, unit)).filter(({ stage }) => stage === 'adult');
  const roomy = groups.find(({ size }) => size < groupSizeMax);
  return adultGroup(roomy?.number ?? groups.length + 1);
}
