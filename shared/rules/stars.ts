/** Stars: levels of final minutes. A school stage has its own scheme; the national one counts a whole life. */
import type { Group, Stage } from './classes.ts';

export type StarScheme = Stage | 'national';
export const starLevels = [1, 2, 3, 4, 5] as const;
type StarLevel = (typeof starLevels)[number];
export type StarKey = `star_${StarScheme}_${StarLevel}_minutes`;
/** Minutes from which each level of each scheme is reached; part of the district's settings. */
export type StarThresholds = Readonly<Record<StarKey, number>>;

export interface StarProgress {
  /** 0 to 5. */
  readonly level: number;
  readonly minutes: number;
  /** Absent at the top, as is what is missing. */
  readonly nextLevel?: number;
  readonly missingMinutes?: number;
}

/** The scheme by which somebody of a group is counted first. */
export const schemeOf = (group: Group): StarScheme => (group === 'adult' ? 'national' : group);

export const starKey = (scheme: StarScheme, level: StarLevel): StarKey => `star_${scheme}_${level}_minutes`;

/** The level that minutes reach in a scheme, and what is missing to the next. A level needs every level below it. */
export function starProgress(scheme: StarScheme, minutes: number, thresholds: StarThresholds): StarProgress {
  const next = starLevels.find((level) => thresholds[starKey(scheme, level)] > minutes);
  if (next === undefined) return { level: starLevels.length, minutes };
  const missingMinutes = thresholds[starKey(scheme, next)] - minutes;
  return { level: next - 1, minutes, nextLevel: next, missingMinutes };
}

/** A person's final minutes. */
export interface ServedMinutes {
  readonly life: number;
  readonly byStage: Readonly<Record<string, number>>;
}

/** The minutes that count in a scheme: those of its stage, or of a whole life. */
export const minutesIn = (scheme: StarScheme, { life, byStage }: ServedMinutes): number =>
  scheme === 'national' ? life : (byStage[scheme] ?? 0);

/** All stars of a person: the scheme of the stage a pupil is in, by that stage's minutes, and the national one. */
export function starsOf(group: Group | undefined, served: ServedMinutes, thresholds: StarThresholds) {
  const schemes = new Set<StarScheme>(group ? [schemeOf(group), 'national'] : ['national']);
  return [...schemes].map((scheme) => ({
    scheme,
    progress: starProgress(scheme, minutesIn(scheme, served), thresholds),
  }));
}
