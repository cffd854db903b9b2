import type { peopleProblems } from '../../../shared/problems/people.ts';

type Said = Readonly<Record<keyof typeof peopleProblems, string>>;

export const peopleTitles: Said = {
  merit_withdrawn: 'Already taken back',
  merge_not_possible: 'These two cannot be merged',
  merge_overlap: 'Some of their services overlap',
  merge_records_open: 'There are records still open',
  merge_redemptions_open: 'There are rewards not picked up',
  merge_undone: 'This merge is not done, or was undone',
  move_open: 'This pupil is moving already',
  move_closed: 'This move is done or called off',
  move_needless: 'The pupil is in this school already',
  move_school_unknown: 'No school has that code',
  number_taken: 'This number is taken in that school',
  adults_only: 'Communities register grown volunteers only',
  registrations_paused: 'Too many register right now',
  registration_answered: 'This request was answered already',
  ticket_invalid: 'No such receipt',
};
export const peopleNext: Said = {
  merit_withdrawn: 'Reload to see the reason.',
  merge_not_possible: 'Go back and choose the one to keep and the one to merge.',
  merge_overlap: 'Correct one of the two services to 0 minutes first.',
  merge_records_open: 'Wait until they are final, or send them back.',
  merge_redemptions_open: 'Pick them up or cancel them; the points come back.',
  merge_undone: 'Reload and look again.',
  move_open: 'Wait until that one is done, or call it off.',
  move_closed: 'Reload and look again.',
  move_needless: 'Check the school code.',
  move_school_unknown:
    'Ask the new school. If it does not use this time bank: mark the pupil as left and hand out the records.',
  number_taken: 'Check the number and try another one.',
  adults_only: 'Pupils register with the code of their school.',
  registrations_paused: 'Wait some minutes and send it again, or ask the school.',
  registration_answered: 'Reload and look again.',
  ticket_invalid: 'Check the receipt; if it is lost, ask the school.',
};
