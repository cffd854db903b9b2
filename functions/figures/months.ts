/** The months of a period: `YYYY-MM` is itself, a school year `YYYY` begins in September. */
export function monthsOf(period: string): string[] {
  if (period.length > 4) return [period];
  const year = Number(period);
  const month = (of: number, at: number) => `${of}-${String(at).padStart(2, '0')}`;
  return [9, 10, 11, 12].map((at) => month(year, at)).concat([1, 2, 3, 4, 5, 6, 7, 8].map((at) => month(year + 1, at)));
}
