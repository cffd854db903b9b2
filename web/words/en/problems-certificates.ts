/** Of certificates asked for, approved or verified in vain. */
export const certificateTitles = {
  certificate_empty: 'No final hours by this unit in these days',
  certificate_too_long: 'Too many services for one certificate',
  certificate_waiting: 'One application waits for this unit already',
  certificate_decided: 'Decided already',
  certificate_outdated: 'The hours have just changed',
  certificate_not_issued: 'Not issued yet',
  certificate_checks_paused: 'Too many checks at once',
};
export const certificateNext = {
  certificate_empty: 'Hours in publicity do not count yet; choose other days, or wait until they are final.',
  certificate_too_long: 'One certificate holds 1000 services at most: choose a shorter time.',
  certificate_waiting: 'Wait for its answer before you ask for the next.',
  certificate_decided: 'Reload to see the outcome.',
  certificate_outdated: 'Reload and check the new total before you issue it.',
  certificate_not_issued: 'Download it once the unit has issued it.',
  certificate_checks_paused: 'Try again in a minute.',
};
