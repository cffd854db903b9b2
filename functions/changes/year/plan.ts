/** The turn of a school's year as it would be: labels are computed, so that only who has finished the stage changes. */
import type { Answer } from '../../../shared/contracts/route.ts';
import type { schoolYears } from '../../../shared/contracts/school-year.ts';
import { schoolYear, shanghaiDay } from '../../../shared/rules/calendar.ts';
import { classLabel, stageSpans } from '../../../shared/rules/classes.ts';
import type { Ask } from '../../platform/ask.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { type ListedClass, readClasses } from '../../volunteers/index.ts';
import { type YearChange, yearChangeAt, yearChangeOf } from './rows.ts';

type Route = (typeof schoolYears)['GET /api/schools/{school}/year-change'];
type Shown = Answer<Route>;

export const showYearChange = ({ who, params, now }: Ask<Route>, tools: Tools): Promise<Shown> =>
  showYear(tools, who, params.school, now);

export interface Planned {
  readonly year: number;
  readonly leaving: readonly ListedClass[];
  readonly moving: readonly ListedClass[];
  readonly change: YearChange | undefined;
}

/** @throws not_found for what is no school of the asker's */
export function ownSchool({ post, units }: Who, school: string): void {
  if (units.get(school)?.kind !== 'school' || !units.covers(post.unit, school)) throw new Problem('not_found');
}

/** From July on it is about the school year that begins in September: the last stage year is over. */
export function yearToBegin(now: number): number {
  const today = shanghaiDay(now);
  return today.slice(5, 7) >= '07' ? Number(today.slice(0, 4)) : schoolYear(today);
}

export async function planYear(tools: Tools, who: Who, school: string, year: number): Promise<Planned> {
  ownSchool(who, school);
  const [classes, [row]] = await Promise.all([
    readClasses(tools, who.district, school),
    tools.store.get([yearChangeAt(who.district, school, year)]),
  ]);
  const leaving = classes.filter(
    ({ stage, entryYear }) => stage !== 'adult' && year - entryYear >= stageSpans[stage].years,
  );
  const moving = classes.filter((of) => year > of.entryYear && !leaving.includes(of));
  return { year, leaving, moving, change: yearChangeOf(row) };
}

export async function showYear(tools: Tools, who: Who, school: string, now: number): Promise<Shown> {
  const { year, leaving, moving, change } = await planYear(tools, who, school, yearToBegin(now));
  return {
    school,
    year,
    state: change?.state ?? 'preview',
    leaving: leaving.map((of) => ({ id: of.id, label: classLabel(of, year - 1), volunteers: of.size })),
    leavingVolunteers: peopleIn(leaving),
    moving: moving.map((of) => ({
      id: of.id,
      from: classLabel(of, year - 1),
      to: classLabel(of, year),
      volunteers: of.size,
    })),
    left: change?.left ?? 0,
    undoUntil: change?.state === 'done' ? new Date(change.undoUntil).toISOString() : undefined,
  };
}

export const peopleIn = (classes: readonly ListedClass[]) => classes.reduce((sum, { size }) => sum + size, 0);
