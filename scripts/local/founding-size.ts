/** How large the founding case is, who is in it, and what the figures must say of it. */
import type { Output } from './client.ts';

/** How large the district is. */
export interface FoundingSize {
  readonly schools: number;
  readonly classes: number;
  readonly pupilsPerClass: number;
  /** Of each school: classes whose pupils have all used their cards. */
  readonly onlineClasses: number;
  /** One team for each of the first classes, which serves on so many Sundays. */
  readonly sundaysOfTeams: readonly number[];
  readonly shiftMinutes: number;
  /** How long the first team's first Sunday is, school by school in turn. */
  readonly firstMinutes: readonly number[];
}
/** 90 teams, 39,000 volunteers, 9,000 of them online, 70,000 hours. */
export const foundingSize: FoundingSize = {
  schools: 30,
  classes: 26,
  pupilsPerClass: 50,
  onlineClasses: 6,
  sundaysOfTeams: [5, 5, 4],
  // Hours count in tenths, of which 70,000 hours among 30 equal schools would need a third.
  shiftMinutes: 198,
  firstMinutes: [222, 228, 228],
};
export type Founded = Pick<Output<'GET /api/figures'>, 'teams' | 'volunteers' | 'minutes'>;

/** What the figures must say. */
export function expectedFigures(size: FoundingSize): Founded {
  const { schools, classes, pupilsPerClass, onlineClasses, sundaysOfTeams } = size;
  const online = schools * onlineClasses * pupilsPerClass;
  const shifts = Array.from({ length: schools }, (_, school) =>
    sundaysOfTeams.flatMap((sundays, team) =>
      Array.from({ length: sundays }, (_sunday, sunday) => minutesOf(size, { school, team, sunday })),
    ),
  ).flat();
  return {
    teams: schools * sundaysOfTeams.length,
    volunteers: { online, offline: schools * classes * pupilsPerClass - online },
    minutes: pupilsPerClass * shifts.reduce((sum, minutes) => sum + minutes, 0),
  };
}

/** Schools, teams and Sundays counted from 0. */
export function minutesOf(
  size: FoundingSize,
  { school, team, sunday }: { school: number; team: number; sunday: number },
) {
  const { shiftMinutes, firstMinutes } = size;
  return team + sunday > 0 ? shiftMinutes : (firstMinutes[school % firstMinutes.length] ?? shiftMinutes);
}

const classesPerGrade = 9;
const grades = ['高一', '高二', '高三'];
const families = [...'王李张刘陈杨黄赵周吴'];
const given = ['子涵', '雨桐', '思远', '佳怡', '明哲', '可欣', '宇轩'];

/** A school's roster as text. */
export function rosterOf(school: number, { classes, pupilsPerClass }: FoundingSize): string {
  const lines = Array.from({ length: classes * pupilsPerClass }, (_, at) => {
    const group = Math.floor(at / pupilsPerClass);
    const grade = Math.floor(group / classesPerGrade);
    const number = `${school}${String(at).padStart(5, '0')}`;
    const name = `${families[at % families.length]}${given[at % given.length]}`;
    // Sixteen and older by the first of March: their own yes is enough.
    const birthDate = `${2009 - grade}-0${(at % 8) + 1}-15`;
    return `${number},${name},${grades[grade]}(${(group % classesPerGrade) + 1})班,${birthDate}`;
  });
  return `\ufeff学号,姓名,班级,出生日期\r\n${lines.join('\r\n')}\r\n`;
}
