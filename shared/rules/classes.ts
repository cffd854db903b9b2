/** School stages in China's six-three-three system; grades are counted through, from 1 to 12. */
export type Stage = 'primary' | 'junior' | 'senior';

/** A class for the whole of its life: the label changes every September, this does not. */
export interface ClassKey {
  readonly stage: Stage;
  /** The year of the September in which the class began this stage. */
  readonly entryYear: number;
  /** The class's number among those of its year, as the school counts them. */
  readonly number: number;
}

/** Pupils are counted by the stage they are in, grown volunteers of a community together. */
export type Group = Stage | 'adult';
/** Who is registered together: a class, or a group of grown volunteers, which never ends. */
export interface GroupKey extends Omit<ClassKey, 'stage'> {
  readonly stage: Group;
}
export const adultGroup = (number: number): GroupKey => ({ stage: 'adult', entryYear: 2000, number });

interface StageSpan {
  readonly firstGrade: number;
  readonly years: number;
  readonly name: string;
  /** How this stage's grades are said, first grade first. */
  readonly grades: readonly string[];
}
export const stageSpans: Readonly<Record<Stage, StageSpan>> = {
  primary: { firstGrade: 1, years: 6, name: '小学', grades: ['一', '二', '三', '四', '五', '六'] },
  junior: { firstGrade: 7, years: 3, name: '初中', grades: ['七', '八', '九'] },
  senior: { firstGrade: 10, years: 3, name: '高中', grades: ['高一', '高二', '高三'] },
};
export const stages = ['primary', 'junior', 'senior'] as const satisfies readonly Stage[];

/** The stage of a grade counted 1–12; undefined for anything else. */
export function stageOfGrade(grade: number): Stage | undefined {
  if (!Number.isInteger(grade)) return undefined;
  return stages.find((stage) => {
    const { firstGrade, years } = stageSpans[stage];
    return grade >= firstGrade && grade < firstGrade + years;
  });
}

/**
 * The class that is called so in the school year beginning in September of `schoolYear`.
 * @param grade 1–6 primary, 7–9 junior, 10–12 senior
 * @returns undefined when there is no such grade
 */
export function classInYear(grade: number, number: number, schoolYear: number): ClassKey | undefined {
  const stage = stageOfGrade(grade);
  if (!stage) return undefined;
  return { stage, entryYear: schoolYear - (grade - stageSpans[stage].firstGrade), number };
}

/** The grade (1–12) of a class in a school year; undefined before its stage, after it, and of grown volunteers. */
export function gradeInYear(group: GroupKey, schoolYear: number): number | undefined {
  if (group.stage === 'adult') return undefined;
  const { firstGrade, years } = stageSpans[group.stage];
  const yearsDone = schoolYear - group.entryYear;
  return yearsDone >= 0 && yearsDone < years ? firstGrade + yearsDone : undefined;
}

/**
 * What people call a class in a school year: 三(2)班, 七(1)班, 高二(3)班; outside its years 小学2014级(2)班; grown
 * volunteers 成年志愿者(1)组.
 */
export function classLabel(group: GroupKey, schoolYear: number): string {
  if (group.stage === 'adult') return `成年志愿者(${group.number})组`;
  const { name, grades } = stageSpans[group.stage];
  const grade = grades[schoolYear - group.entryYear] ?? `${name}${group.entryYear}级`;
  return `${grade}(${group.number})班`;
}
