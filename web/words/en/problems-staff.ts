import type { staffProblems } from '../../../shared/problems/staff.ts';

type Said = Readonly<Record<keyof typeof staffProblems, string>>;

export const staffTitles: Said = {
  second_step_needed: 'A code from your phone is needed',
  proof_needed: 'Please confirm that it is you',
  proof_wrong: 'The code or password is wrong',
  totp_not_started: 'The set-up has expired',
  password_needed: 'Staff sign in by password',
  post_held: 'This colleague holds that role already',
  until_day_invalid: 'Choose a day within half a year',
  right_suspended: 'Your right to confirm and approve is suspended',
  finding_lifted: 'This finding is not in force, or was lifted',
  export_link_expired: 'This link has expired',
};
export const staffNext: Said = {
  second_step_needed: 'Open “Confirm it is you” and type the code from your authenticator app.',
  proof_needed: 'Type your password or the code from your phone, then try again.',
  proof_wrong: 'A code lasts 30 seconds and is taken once; wait for the next one.',
  totp_not_started: 'Show the QR code again and scan it once more.',
  password_needed: 'Set a password of at least 12 characters; you will sign in with it.',
  post_held: 'Nothing to do; to change the end, take the present role away first.',
  until_day_invalid: 'Please choose another day.',
  right_suspended: 'Another leader or approver has to do it until your administrator lifts the finding.',
  finding_lifted: 'Reload the list to see how it stands.',
  export_link_expired: 'Open “Exports” and download it again.',
};
