import type { orderProblems } from '../../../shared/problems/orders.ts';
import type { wishProblems } from '../../../shared/problems/wishes.ts';

type Said = Readonly<Record<keyof typeof orderProblems | keyof typeof wishProblems, string>>;

export const orderTitles: Said = {
  order_medical: 'Illness is for doctors',
  order_police: 'This is for the police',
  order_petition: 'This is for the petition office',
  order_religion: 'This is for the office of religious affairs',
  order_biometric: 'Faces and fingerprints are taken at a counter only',
  order_watched_people: 'This is for the judicial office',
  order_kind_closed: 'This cannot be ordered now',
  order_not_urgent: 'This cannot be urgent',
  order_window_invalid: 'This time does not fit',
  order_not_open: 'This order stands elsewhere now',
  order_taken: 'Another team has this order',
  order_extended: 'It was put off before, or this is too late',
  order_too_early: 'It is not time yet',
  order_contact_hidden: 'Door and phone are shown around the time of the service',
  team_cannot_take: 'This team has not said it can do this',
  team_load_full: 'This team has all it can take',
  home_visit_minor: 'Homes are visited by grown people',
  members_missing: 'Nobody was chosen to go',
  track_invalid: 'The link or the four digits are wrong',
  wish_open_already: 'One wish is still open',
  wishes_too_many: 'No more wishes this year',
  wish_too_dear: 'This costs too much',
  wish_cash: 'A wish is a thing, not money',
  wish_reveals: 'A name, a phone or a door can be read in it',
  wish_not_open: 'This wish stands elsewhere now',
  wish_taken: 'Somebody has claimed this wish',
};

export const orderNext: Said = {
  order_medical:
    'Ask a hospital or the community health centre, in an emergency 120. Company on the way can be ordered.',
  order_police: 'Call 110 when somebody is in danger; the police station or the mediation committee settles disputes.',
  order_petition: 'Go to the petition office, or call 12345 at any hour.',
  order_religion: 'Ask the office of ethnic and religious affairs.',
  order_biometric: 'The bank, social security or the police do it at their counter. Company on the way can be ordered.',
  order_watched_people: 'Ask the judicial office, the police station or the health centre.',
  order_kind_closed: 'Choose something else from the menu.',
  order_not_urgent: 'Order it without “urgent”, or choose something else.',
  order_window_invalid: 'Choose the day and the time again.',
  order_not_open: 'Reload to see where this order stands now.',
  order_taken: 'Look at the other orders.',
  order_extended: 'Dispatch it anew, or cancel it and order again.',
  order_too_early: 'It can be started from half an hour before the time agreed on.',
  order_contact_hidden: 'Open this page again shortly before it.',
  team_cannot_take: 'The leader says what the team can do.',
  team_load_full: 'Finish or give back one order first.',
  home_visit_minor: 'Choose grown members, or send one along.',
  members_missing: 'Choose who goes.',
  track_invalid:
    'The four digits were shown when it was ordered, or are on the slip you were given; if lost, ask the community.',
  wish_open_already: 'A wish nobody has claimed yet can be withdrawn.',
  wishes_too_many: 'Tell the community if something is urgent.',
  wish_too_dear: 'Choose something smaller.',
  wish_cash: 'Write down a thing you would like.',
  wish_reveals: 'Say it so that nobody can tell who it is.',
  wish_not_open: 'Reload to see where this wish stands now.',
  wish_taken: 'Look at the other wishes.',
};
