/** Messages about one's account and what is kept of one; a part of the inbox's words. */
import type { accountKinds as kinds, accountSentences as sentences } from '../zh-CN/inbox-account.ts';

export const accountSentences: typeof sentences = {
  points_added: ({ points }) => `Your school added ${points} points: open the statement; ask the school to know why`,
  points_taken: ({ points }) => `Your school took ${points} points: open the statement; ask the school to know why`,
  debt_waived: ({ points }) => `The ${points} points you owed are waived; you can redeem again`,
  points_expired: ({ points }) => `${points} points have expired; hours and stars stay`,
  points_pooled: ({ points }) => `The wallet is full: ${points} points went to the public pool; hours stay`,
  points_goodwill: ({ points }) =>
    `Called off, and you came for nothing: ${points} points from the district’s public pool as a token, no hours`,
  certificate_issued: ({ hours }) => `Your certificate of service is issued: ${hours} h; open it to download it`,
  certificate_returned: () => 'Your application for a certificate was sent back; open it to see why',
  certificate_corrected: ({ hoursBefore, hours }) =>
    `Your certificate was corrected from ${hoursBefore} h to ${hours} h; what you download from now on says so`,
  merit_withdrawn: ({ day }) =>
    `A training or award of ${day} was entered by mistake and taken back; the reason is there`,
  request_answered: () => `The school has answered the request to correct personal data`,
  consent_due: ({ years }) => `Now ${years} years old: please read the consent and say yes or no yourself`,
  finding_made: ({ reason }): string =>
    reason === 'recorder'
      ? 'A record you entered was found untrue: you confirm and approve nothing for now; late entries are checked one by one.'
      : 'Two teachers found a service record untrue; no new star for 12 months. If you disagree, tell the school.',
  finding_lifted: () => `The earlier finding is withdrawn; everything is as before`,
};

export const accountKinds: typeof kinds = {
  points_added: 'Points were added',
  points_taken: 'Points were taken',
  debt_waived: 'Points owed were waived',
  points_expired: 'Points expired',
  points_pooled: 'Surplus went to the pool',
  points_goodwill: 'Points for coming to what was called off',
  certificate_issued: 'A certificate was issued',
  certificate_returned: 'An application for a certificate was sent back',
  certificate_corrected: 'A certificate was corrected',
  merit_withdrawn: 'A training or award was taken back',
  request_answered: 'My request was answered',
  consent_due: 'My own consent is asked for',
  finding_made: 'A record was found made up',
  finding_lifted: 'A finding was lifted',
};
