/** A month's sums as the public may know them, and the sum of several such months. */
import { itemKinds } from '../../shared/contracts/rewards.ts';
import { peopleIn, recordCrowd } from './crowd.ts';
import { pointsIn } from './flows.ts';
import { named } from './rows.ts';
import type { Sums } from './sums.ts';

/** A number about fewer people would speak of single ones. */
export const shownMin = 5;

const gradeNames = ['A', 'B', 'C', 'D'] as const;
const flows = ['issued', 'spent', 'expired'] as const;
const ofGrade = (grade: string) => [recordCrowd(grade, false), recordCrowd(grade, true)];
const ofTime = (isLate: boolean) => gradeNames.map((grade) => recordCrowd(grade, isLate));

export type PublicSums = ReturnType<typeof publicOf>;

export function publicOf(sums: Sums) {
  /** Nobody tells as little as many do. */
  const isShown = (of: readonly string[]) => {
    const people = peopleIn(sums, of);
    return people === 0 || people >= shownMin;
  };
  const isServedShown = isShown(gradeNames.flatMap(ofGrade));
  /** Parts of a number that is shown: all of them, or the last one would be what is left. */
  const areShown = (parts: readonly (readonly string[])[]) => isServedShown && parts.every(isShown);
  const { minutes = 0, records = 0, sessions = 0, people = 0, late = 0 } = sums;
  const moved = pointsIn(sums);
  return {
    served: isServedShown ? { minutes, records, sessions, people } : null,
    late: areShown([ofTime(false), ofTime(true)]) ? late : null,
    grades: areShown(gradeNames.map(ofGrade))
      ? gradeNames.map((grade) => ({ grade, records: sums[named.grade(grade)] ?? 0 }))
      : null,
    points: byName(flows, (flow) => (isShown([flow]) ? moved[flow] : null)),
    redemptions: itemKinds.map((kind) => ({
      kind,
      count: isShown([kind]) ? (sums[named.redeemed(kind)] ?? 0) : null,
    })),
  };
}

/** What is hidden is no part of the sum; nothing is told where all of it is. */
export function addPublic(months: readonly PublicSums[]): PublicSums {
  const served = months.flatMap((month) => month.served ?? []);
  const grades = months.flatMap((month) => (month.grades === null ? [] : [month.grades]));
  const isNone = (shown: readonly unknown[]) => shown.length === 0 && months.length > 0;
  return {
    served: isNone(served)
      ? null
      : byName(['minutes', 'records', 'sessions', 'people'], (name) => added(served.map((one) => one[name])) ?? 0),
    late: added(months.map(({ late }) => late)),
    grades: isNone(grades)
      ? null
      : gradeNames.map((grade, at) => ({ grade, records: added(grades.map((list) => list[at]?.records ?? 0)) ?? 0 })),
    points: byName(flows, (flow) => added(months.map(({ points }) => points[flow]))),
    redemptions: itemKinds.map((kind, at) => ({
      kind,
      count: added(months.map(({ redemptions }) => redemptions[at]?.count ?? null)),
    })),
  };
}

function added(numbers: readonly (number | null)[]): number | null {
  const shown = numbers.filter((number) => number !== null);
  return shown.length === 0 && numbers.length > 0 ? null : shown.reduce((sum, number) => sum + number, 0);
}

const byName = <Name extends string, Value>(names: readonly Name[], numberOf: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, numberOf(name)])) as Record<Name, Value>;
