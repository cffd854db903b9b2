/** How a certificate is told of: its time, its days, its state. */
import type { ItemOf } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import type { Tone } from '../../ui/card.tsx';
import type { CertificatesWords } from '../../words/certificates.ts';

export type Certificate = ItemOf<'GET /api/me/certificates'>;

export const tones: Readonly<Record<Certificate['state'], Tone>> = {
  asked: 'gold',
  returned: 'bad',
  issued: 'good',
  corrected: 'bad',
};

export function spanText(words: CertificatesWords, minutes: number, language: Language): string {
  const number = (count: number) => numberText(count, language);
  return words.span(number(Math.floor(minutes / 60)), number(minutes % 60), number(minutes));
}

export function periodText(
  words: CertificatesWords,
  { from, to }: Pick<Certificate, 'from' | 'to'>,
  language: Language,
) {
  if (from && to) return words.period(dayText(from, language), dayText(to, language));
  if (from) return words.fromOn(dayText(from, language));
  return to ? words.untilOn(dayText(to, language)) : words.wholeTime;
}
