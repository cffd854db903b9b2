import { hourMs } from '../../shared/rules/durations.ts';

/** An instant in epoch milliseconds as answers and keys write it: ISO 8601 in UTC, which also sorts as text. */
export const iso = (at: number): string => new Date(at).toISOString();

/** An instant as people write it in a table: Shanghai time to the minute. */
export function minuteText(at: number): string {
  const time = iso(at + 8 * hourMs);
  return `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}
