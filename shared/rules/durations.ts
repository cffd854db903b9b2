/** Lengths of time in milliseconds; a day in Shanghai always has 24 hours. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
