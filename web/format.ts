/** Times, days and amounts as people read them; days are Shanghai's wherever the browser stands. */
import type { Language } from './look.ts';

const timeZone = 'Asia/Shanghai';
const shanghaiOffsetMs = 8 * 3_600_000;

/** The day in Shanghai, as date fields take it: `2026-03-05`. */
export const dayOf = (at: number): string => new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10);

/** `2026年3月5日` or `5 March 2026`. @param when an ISO instant or a day `YYYY-MM-DD` */
export const dayText = (when: string, language: Language): string =>
  format(language, { dateStyle: 'long' }).format(instantOf(when));

/** `3月5日星期四` or `Thursday 5 March`, for days that are near. @param when an ISO instant or a day `YYYY-MM-DD` */
export const weekdayText = (when: string, language: Language): string =>
  format(language, { month: 'long', day: 'numeric', weekday: 'long' }).format(instantOf(when));

/** The last day before an instant: what ends at 00:00 was there until the day before. */
export const lastDayText = (end: string, language: Language): string =>
  dayText(new Date(Date.parse(end) - 1).toISOString(), language);

/** `3月5日 16:20`, for what happened lately. */
export const momentText = (instant: string, language: Language): string =>
  format(language, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );

/** `16:20` */
export const clockText = (instant: string, language: Language): string =>
  format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

const format = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone, ...options });

const instantOf = (when: string) => new Date(when.length === 10 ? `${when}T12:00:00+08:00` : when);

export const numberText = (value: number, language: Language): string => new Intl.NumberFormat(language).format(value);

/** Minutes as hours with at most one decimal, cut, never rounded up: `12.6`. */
export const hoursText = (minutes: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.floor(minutes / 6) / 10);
