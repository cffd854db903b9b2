/**
 * What residents may ask for: the menu a district begins with, and what volunteers must not take on, with whom to ask
 * instead.
 */

export const skills = ['hair', 'meals', 'repair', 'company', 'tutoring', 'errands', 'cleaning', 'devices'] as const;
export type Skill = (typeof skills)[number];

/** One line of the menu. */
export interface MenuKind {
  readonly title: string;
  /** How long it usually takes. */
  readonly minutes: number;
  /** 0 to 3, as for every service. */
  readonly riskLevel: number;
  /** Somebody goes into a home: grown people only, see `mayVisit`. */
  readonly homeVisit: boolean;
  readonly skill: Skill;
  readonly mayBeUrgent: boolean;
  /** Days after the acceptance in which it should be done. */
  readonly days: number;
  /** Whether it can be asked for now. */
  readonly open: boolean;
}

const kind = (title: string, skill: Skill, rest: Partial<MenuKind>): MenuKind => ({
  title,
  skill,
  minutes: 60,
  riskLevel: 0,
  homeVisit: true,
  mayBeUrgent: false,
  days: 7,
  open: true,
  ...rest,
});

/** The menu before a district changes it. Days: three for what is simple, seven for the rest (`docs/rules.md`). */
export const defaultMenu: Readonly<Record<string, MenuKind>> = {
  haircut: kind('上门理发', 'hair', { minutes: 60 }),
  meal: kind('送餐上门', 'meals', { minutes: 30, mayBeUrgent: true, days: 3 }),
  repair: kind('小修小补', 'repair', { minutes: 60, riskLevel: 2, mayBeUrgent: true }),
  company: kind('陪伴聊天', 'company', { minutes: 60 }),
  outing: kind('陪同出行', 'company', { minutes: 120, riskLevel: 1, homeVisit: false }),
  tutoring: kind('作业辅导', 'tutoring', { minutes: 90, homeVisit: false }),
  errand: kind('帮代办', 'errands', { minutes: 60, homeVisit: false, mayBeUrgent: true, days: 3 }),
  cleaning: kind('打扫整理', 'cleaning', { minutes: 90, riskLevel: 1 }),
  devices: kind('手机使用辅导', 'devices', { minutes: 60, homeVisit: false }),
};

/** What is never ordered here, each with the problem that names the authority to ask. */
export const refusedKinds = {
  medical: 'order_medical',
  police: 'order_police',
  petition: 'order_petition',
  religion: 'order_religion',
  biometric: 'order_biometric',
  watched_people: 'order_watched_people',
} as const;
export type RefusedKind = keyof typeof refusedKinds;
export const refusedKindNames = Object.keys(refusedKinds) as RefusedKind[];
export const isRefusedKind = (name: string): name is RefusedKind => Object.hasOwn(refusedKinds, name);

/** Needs that are chosen, so that little has to be written. */
export const needPhrases = [
  'lives_alone',
  'hard_of_hearing',
  'hard_to_walk',
  'speaks_dialect',
  'call_before',
  'bring_tools',
  'woman_preferred',
] as const;

/** What a resident says of a service beside the stars. */
export const orderRatingTags = [
  'on_time',
  'friendly',
  'careful',
  'skilled',
  'tidy',
  'late',
  'careless',
  'unfinished',
] as const;
