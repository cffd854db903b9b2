/** An instant in epoch milliseconds as answers and keys write it: ISO 8601 in UTC, which also sorts as text. */
export const iso = (at: number): string => new Date(at).toISOString();
