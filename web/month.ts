/** Months as people read them; a file of its own, because few pages speak of months. */
import type { Language } from './look.ts';

/** `2026年3月` or `Mar 2026`. @param month `YYYY-MM` */
export function monthText(month: string, language: Language): string {
  const options = { year: 'numeric', month: language === 'en' ? 'short' : 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(new Date(`${month}-15`));
}
