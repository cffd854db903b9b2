/** Pages of whoever comes, signed in or not: visitors, volunteers, guardians. */
import { accountPage } from '../pages/account/page.tsx';
import { activatePage } from '../pages/activate/page.tsx';
import { activateGuardianPage } from '../pages/activate-guardian/page.tsx';
import { bookingPage } from '../pages/booking/page.tsx';
import { childrenPage } from '../pages/children/page.tsx';
import { confirmPage } from '../pages/confirm/page.tsx';
import { consentPage } from '../pages/consent/page.tsx';
import { giftsPage } from '../pages/gifts/page.tsx';
import { homePage } from '../pages/home/page.tsx';
import { inboxPage } from '../pages/inbox/page.tsx';
import { inboxSwitchesPage } from '../pages/inbox-switches/page.tsx';
import { joinPage } from '../pages/join/page.tsx';
import { lookPage } from '../pages/look/page.tsx';
import { menuPage } from '../pages/menu/page.tsx';
import { myCertificatesPage } from '../pages/my-certificates/page.tsx';
import { myDataPage } from '../pages/my-data/page.tsx';
import { myMeritsPage } from '../pages/my-merits/page.tsx';
import { myRecordPage } from '../pages/my-record/page.tsx';
import { objectionReceiptPage } from '../pages/objection-receipt/page.tsx';
import { pickUpPage } from '../pages/pick-up/page.tsx';
import { pointsPage } from '../pages/points/page.tsx';
import { publicFiguresPage } from '../pages/public-figures/page.tsx';
import { publicityPage } from '../pages/publicity/page.tsx';
import { publicitySchoolPage } from '../pages/publicity-school/page.tsx';
import { recordsPage } from '../pages/records/page.tsx';
import { redemptionsPage } from '../pages/redemptions/page.tsx';
import { shopPage } from '../pages/shop/page.tsx';
import { signInPage } from '../pages/sign-in/page.tsx';
import { teamPage } from '../pages/team/page.tsx';
import { verifyPage } from '../pages/verify/page.tsx';
import type { Places } from './place.ts';

export const ownPlaces: Places = [
  ['home', '/', homePage],
  ['sign-in', '/sign-in', signInPage],
  ['activate', '/activate', activatePage],
  ['activate-guardian', '/activate/guardian', activateGuardianPage],
  ['join', '/join', joinPage],
  ['look', '/look', lookPage],
  ['points', '/me', pointsPage],
  ['records', '/me/records', recordsPage],
  ['my-record', '/me/records/:shift', myRecordPage],
  ['my-merits', '/me/merits', myMeritsPage],
  ['my-certificates', '/me/certificates', myCertificatesPage],
  ['shop', '/shop', shopPage],
  ['booking', '/shop/:item', bookingPage],
  ['redemptions', '/me/redemptions', redemptionsPage],
  ['pick-up', '/me/redemptions/:redemption', pickUpPage],
  ['gifts', '/me/gifts', giftsPage],
  ['team', '/me/team', teamPage],
  ['children', '/me/children', childrenPage],
  ['consent', '/me/consent', consentPage],
  ['my-data', '/me/data', myDataPage],
  ['inbox', '/inbox', inboxPage],
  ['inbox-switches', '/inbox/switches', inboxSwitchesPage],
  ['account', '/account', accountPage],
  ['confirm', '/confirm', confirmPage],
  ['menu', '/menu', menuPage],
  ['verify', '/verify', verifyPage],
  ['publicity', '/publicity', publicityPage],
  ['publicity-school', '/publicity/:school', publicitySchoolPage],
  ['objection-receipt', '/objection/:receipt', objectionReceiptPage],
  ['public-figures', '/figures/:school', publicFiguresPage],
];
