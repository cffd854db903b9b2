/** Reads the class a pupil is in from the many ways schools write it. */
import {
  type ClassKey,
  classInYear,
  gradeInYear,
  type Stage,
  stageOfGrade,
  stageSpans,
  stages,
} from '../../../shared/rules/classes.ts';

/** What is written of a class; either part may carry both. */
export interface ClassWords {
  /** 三(2)班, 初一2班, 2021级3班, 2班, 02 */
  readonly label?: string;
  /** 三年级, 7, 初一, 2021级 */
  readonly grade?: string;
}
export interface ClassContext {
  /** The year of the September in which the school year begins. */
  readonly schoolYear: number;
  /** The school's stage, if it has but one: what “一(2)班” and “2024级” mean depends on it. */
  readonly stage?: Stage | undefined;
}

/** A year of pupils: by its place in the stage or in all twelve grades, or by the year of entry (级) or leaving (届). */
type Level = { readonly stage?: Stage } & (
  | { readonly grade: number }
  | { readonly year: number; readonly leaving: boolean }
);
type Entry = Pick<ClassKey, 'stage' | 'entryYear'>;
interface Reading {
  readonly level?: Level;
  readonly number?: number;
}

const stageNames: Readonly<Record<Stage, RegExp>> = {
  primary: /小学/u,
  junior: /初中|初级中学/u,
  senior: /高中|高级中学/u,
};
const hanDigits = ['', ...'一二三四五六七八九'];
const numeral = '[一二三四五六七八九十]{1,3}|\\d{1,4}';
const stageWord = '(?<stage>小学|初中|高中|初|高)?';
const cohort = '(?<year>\\d{4})(?<kind>级|届)';
/** Brackets, dashes and 年级 all do one thing: they part the grade from the class. */
const separators = /[()[\]{}【】〔〕《》\-–—.·_/|、]|年级|年/gu;

const levelAndNumber = [
  new RegExp(`^${stageWord}${cohort}\\|?(?<number>${numeral})$`, 'u'),
  new RegExp(`^${stageWord}(?<grade>${numeral})\\|(?<number>${numeral})$`, 'u'),
  new RegExp(`^${stageWord}(?<grade>[一二三四五六七八九]|十[一二]?)(?<number>\\d{1,4})$`, 'u'),
  new RegExp(`^${stageWord}(?<grade>[一二三四五六七八九])(?<number>[一二三四五六七八九])$`, 'u'),
];
const levelOnly = [
  new RegExp(`^${stageWord}${cohort}$`, 'u'),
  new RegExp(`^${stageWord}(?<year>\\d{4})$`, 'u'),
  new RegExp(`^${stageWord}(?<grade>${numeral})级?$`, 'u'),
];
const numberOnly = [new RegExp(`^第?(?<number>${numeral})$`, 'u')];

const rangeBefore = /[\d一二三四五六七八九十)班级][-~—至到和、,]$/u;
const levelInTitle = `(?:小学|初中|高中|初|高)?(?:\\d{4}[级届]|${numeral})`;
const labelInTitle = new RegExp(`${levelInTitle}(?:年级|[年级])?\\(?(?:${numeral})\\)?班`, 'gu');
const gradeInTitle = new RegExp(`${levelInTitle}年级|(?:初|高)[一二三]|\\d{4}级`, 'gu');

/** The class that the words name in the school year; undefined when they name none, several, or contradict. */
export function readClass(words: ClassWords, context: ClassContext): ClassKey | undefined {
  const label = read(words.label, [...levelAndNumber, ...numberOnly]);
  const grade = read(words.grade, levelOnly);
  if (label?.number === undefined || (words.grade && !grade)) return undefined;
  const said = [label.level, grade?.level].filter((level) => level !== undefined);
  const stage = said.find((level) => level.stage)?.stage;
  const entries = said.map((level) => entryOf(level, level.stage ?? stage, context));
  const [entry] = entries.length > 0 ? entries : [entryOf(packedLevel(label.number), stage, context)];
  const agree = entries.every((other) => other?.stage === entry?.stage && other?.entryYear === entry?.entryYear);
  if (!entry || !agree) return undefined;
  return { ...entry, number: unpacked(label.number, entry, context.schoolYear) };
}

/** The class, else the grade, named in a title, a sheet's or a file's name; none when it names several. */
export function findClassWords(text: string): ClassWords {
  const compact = text.normalize('NFKC').replace(/\s/gu, '');
  const label = onlyMatch(compact, labelInTitle);
  return label === undefined ? { grade: onlyMatch(compact, gradeInTitle) } : { label };
}

function onlyMatch(text: string, pattern: RegExp): string | undefined {
  const matches = [...text.matchAll(pattern)];
  const [first, another] = new Set(matches.map(([match]) => match));
  // 1-6年级 names six grades although only one is written out.
  const isEndOfRange = rangeBefore.test(text.slice(0, matches[0]?.index));
  return another === undefined && !isEndOfRange ? first : undefined;
}

/** The stage that a school's name or a title tells, unless it names several. */
export function findStage(text: string): Stage | undefined {
  const named = stages.filter((stage) => stageNames[stage].test(text));
  return named.length === 1 ? named[0] : undefined;
}

function read(text: string | undefined, forms: readonly RegExp[]): Reading | undefined {
  const parted = (text ?? '')
    .replace(/\s/gu, '')
    .replace(separators, '|')
    .replace(/\|*班?$/u, '');
  const bare = parted.replace(/^\|/u, '').replace(/\|+/gu, '|');
  const groups = forms.map((form) => form.exec(bare)?.groups).find((found) => found);
  if (!groups) return undefined;
  const level = levelOf(groups);
  const number = numberOf(groups.number);
  return { ...(level && { level }), ...(number && { number }) };
}

function levelOf(groups: Record<string, string | undefined>): Level | undefined {
  const named = stages.find((stage) => groups.stage && stageSpans[stage].name.startsWith(groups.stage));
  const stage = named && { stage: named };
  const grade = numberOf(groups.grade);
  if (groups.year) return { ...stage, year: Number(groups.year), leaving: groups.kind === '届' };
  return grade ? { ...stage, grade } : undefined;
}

/** 12, 07, 十二, 二十三; undefined for 一二 and 0. */
function numberOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (/^\d+$/u.test(text)) return Number(text) || undefined;
  const [ones = 0, tens] = text
    .split('十')
    .map((digit) => hanDigits.indexOf(digit))
    .reverse();
  if (ones < 0 || (tens ?? 0) < 0) return undefined;
  return tens === undefined ? ones : (tens || 1) * 10 + ones;
}

/** The stage and year of entry; undefined when the level fits no stage, or more than one. */
function entryOf(level: Level | undefined, stage: Stage | undefined, context: ClassContext): Entry | undefined {
  if (!level) return undefined;
  const known = stage ?? context.stage;
  if ('grade' in level) {
    const group = classInYear(gradeCountedThrough(level.grade, known), 0, context.schoolYear);
    return group && (!stage || group.stage === stage) ? { stage: group.stage, entryYear: group.entryYear } : undefined;
  }
  const entries = (known ? [known] : stages)
    .map((candidate) => ({ stage: candidate, entryYear: entryYearOf(level, candidate, context.schoolYear) }))
    .filter((entry) => gradeInYear({ ...entry, number: 0 }, context.schoolYear) !== undefined);
  return entries.length === 1 ? entries[0] : undefined;
}

/** Grade 1 of a junior school is the seventh, unless the school counts through itself. */
function gradeCountedThrough(grade: number, stage: Stage | undefined): number {
  if (!stage || stageOfGrade(grade) === stage) return grade;
  const { firstGrade, years } = stageSpans[stage];
  return grade <= years ? firstGrade + grade - 1 : grade;
}

/** 2027届 leave in 2027; schools also write 届 for the year of entry, which then is not in the future. */
const entryYearOf = (level: { year: number; leaving: boolean }, stage: Stage, schoolYear: number) =>
  level.leaving && level.year > schoolYear ? level.year - stageSpans[stage].years : level.year;

/** 302班 is class 2 of grade 3, 2101班 class 1 of those who entered in 2021. */
function packedLevel(number: number): Level | undefined {
  const front = Math.floor(number / 100);
  if (front === 0 || number % 100 === 0) return undefined;
  return front <= 12 ? { grade: front } : { year: 2000 + front, leaving: false };
}

/** The class number without the grade or year packed before it; other long numbers are the school's own count. */
function unpacked(number: number, entry: Entry, schoolYear: number): number {
  const front = Math.floor(number / 100);
  const isPacked = front === gradeInYear({ ...entry, number }, schoolYear) || front === entry.entryYear % 100;
  return isPacked && number % 100 > 0 ? number % 100 : number;
}
