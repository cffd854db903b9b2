/** What a person's age on the day of service decides. Ages are whole years on a Shanghai day. */
import type { Day } from './calendar.ts';
import type { Settings } from './settings.ts';

/** A minor is under 18 (《民法典》 Art. 17). */
const adultAge = 18;

/** Whole years lived on a day. Someone born on 29 February turns a year older on 1 March where there is no 29th. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day somebody reaches an age: 1 March for one born on 29 February where there is no 29th. */
export function birthdayAt(birthDate: Day, age: number): Day {
  const day = `${Number(birthDate.slice(0, 4)) + age}${birthDate.slice(4)}`;
  const exists = new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
  return exists ? day : `${day.slice(0, 4)}-03-01`;
}

/**
 * What service brings at an age: hours from the district's age on, below it a stamp, which counts no hours or points.
 * Ten is the youngest age of a registered pupil (《学生志愿服务管理暂行办法》 Art. 3).
 */
export function creditFor(age: number, settings: Pick<Settings, 'hours_age_min'>): 'hours' | 'stamp' {
  return age >= settings.hours_age_min ? 'hours' : 'stamp';
}

/** Whether a guardian must agree before personal data is used: under 14 (《个人信息保护法》 Art. 31). */
export function needsConsent(age: number, settings: Pick<Settings, 'consent_age'>): boolean {
  return age < settings.consent_age;
}

export function isMinor(age: number): boolean {
  return age < adultAge;
}
