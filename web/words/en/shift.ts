import type { shift as zh } from '../zh-CN/shift.ts';
import { leader } from './leader.ts';

const plural = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

/** A shift that has been recorded: its people confirmed, sent back and amended, its photo. */
export const shift: typeof zh = {
  ...leader,
  leaderTitle: 'My team',
  rate: 'Rate those who took part',
  slips: 'Left out for want of a consent: add them, print slips',
  shiftRecords: 'Who took part',
  confirmAll: (count) => `Confirm all ${count}`,
  confirmChosen: (count) => `Confirm ${count} chosen`,
  sendBackChosen: 'Send back the chosen',
  chooseOf: (name) => `Choose ${name}`,
  confirmedSome: (count) => `${plural(count, 'person', 'people')} confirmed, now the school approves`,
  sentBackSome: (count) => `${plural(count, 'person', 'people')} sent back`,
  sendBackTitle: 'Send back, and say why',
  reason: 'Reason',
  sendBack: 'Send back',
  amend: 'Change time',
  amendOf: (name) => `Change time: ${name}`,
  save: 'Save',
  amendAll: (count) => `Change the time of all ${count} sent back`,
  saved: (count) => `The time of ${plural(count, 'person', 'people')} was changed, to be confirmed`,
  untilFinal: (day) => `public until ${day}`,
  nothingOpen: 'Nothing of this shift waits for you.',
  detailsTitle: 'This shift',
  photoTitle: 'Paper roster',
  photoNeeded:
    'Recorded late: add a photo of the sign-in sheet before confirming. Only those who approve see it; its location data is removed.',
  photoHint: 'Not required. Only those who approve see it; its location data is removed.',
  photoTake: 'Take or choose a photo',
  photoAgain: 'Replace',
  photoAlt: 'Photo of the paper roster',
  photoUnreadable: 'This picture cannot be opened. Please choose another.',
  photoOpen: 'Open in full',
};
