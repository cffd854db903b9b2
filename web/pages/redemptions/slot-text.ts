import { clockText, dayText } from '../../format.ts';
import type { Language } from '../../look.ts';

interface Slot {
  readonly from: string;
  readonly to: string;
}
interface SlotWords {
  slot(day: string, from: string, to: string): string;
}

/** A booked time: the day, from when to when. */
export const slotText = (words: SlotWords, { from, to }: Slot, language: Language) =>
  words.slot(dayText(from, language), clockText(from, language), clockText(to, language));
