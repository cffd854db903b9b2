import type { counting as zh } from '../zh-CN/counting.ts';

export const counting: typeof zh = {
  computedTitle: 'How these minutes were counted',
  computed: {
    served: 'Time on the spot',
    outside_plan: 'Outside the planned time',
    outside_hours: 'Too early or too late in the day',
    preparation: 'Preparation',
    stamp: 'Too young for hours: a stamp',
    too_short: 'Too short to count',
    summed: 'Earlier sessions of the same duty that day, too short alone',
    counted_once: 'Preparation overlaps an adjacent service: counted once',
    session_cap: 'The most one session counts',
    day_cap: 'The most one day counts',
    make_up_cap: 'The most late entries of a month count',
    rounding: 'Rounded down',
    corrected: 'Corrected',
  },
  computedSum: 'Counts',
  minutes: (count) => `${count} minutes`,
  secondWanted: 'Entered late: one has approved, a second is needed',
  makeUpReason: 'Why it was entered late',
};
