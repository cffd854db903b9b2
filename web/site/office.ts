/** Pages of a school's and a district's office. */
import { anomaliesPage } from '../pages/anomalies/page.tsx';
import { approvalPage } from '../pages/approval/page.tsx';
import { approvalsPage } from '../pages/approvals/page.tsx';
import { cardsPage } from '../pages/cards/page.tsx';
import { certificatesPage } from '../pages/certificates/page.tsx';
import { consentTextsPage } from '../pages/consent-texts/page.tsx';
import { correctionNewPage } from '../pages/correction-new/page.tsx';
import { correctionsPage } from '../pages/corrections/page.tsx';
import { desksPage } from '../pages/desks/page.tsx';
import { districtPage } from '../pages/district/page.tsx';
import { exportsPage } from '../pages/exports/page.tsx';
import { importPage } from '../pages/import/page.tsx';
import { importsPage } from '../pages/imports/page.tsx';
import { leaversPage } from '../pages/leavers/page.tsx';
import { mergePage } from '../pages/merge/page.tsx';
import { meritsPage } from '../pages/merits/page.tsx';
import { objectionsPage } from '../pages/objections/page.tsx';
import { overviewPage } from '../pages/overview/page.tsx';
import { pointsByHandPage } from '../pages/points-by-hand/page.tsx';
import { publicityListPage } from '../pages/publicity-list/page.tsx';
import { pupilPage } from '../pages/pupil/page.tsx';
import { pupilCertificatesPage } from '../pages/pupil-certificates/page.tsx';
import { pupilsPage } from '../pages/pupils/page.tsx';
import { requestsPage } from '../pages/requests/page.tsx';
import { rewardsPage } from '../pages/rewards/page.tsx';
import { rulesPage } from '../pages/rules/page.tsx';
import { schoolYearPage } from '../pages/school-year/page.tsx';
import { slipsPage } from '../pages/slips/page.tsx';
import { staffPage } from '../pages/staff/page.tsx';
import { substitutesPage } from '../pages/substitutes/page.tsx';
import { teamMembersPage } from '../pages/team-members/page.tsx';
import { teamsPage } from '../pages/teams/page.tsx';
import { unitsPage } from '../pages/units/page.tsx';
import type { Places } from './place.ts';

export const officePlaces: Places = [
  ['imports', '/imports', importsPage],
  ['import', '/imports/:import', importPage],
  ['exports', '/exports', exportsPage],
  ['pupils', '/pupils', pupilsPage],
  ['pupil', '/pupils/:volunteer', pupilPage],
  ['pupil-certificates', '/pupils/:volunteer/certificates', pupilCertificatesPage],
  ['requests', '/requests', requestsPage],
  ['school-year', '/school-year', schoolYearPage],
  ['leavers', '/leavers', leaversPage],
  ['slips', '/slips', slipsPage],
  ['consent-texts', '/consent-texts', consentTextsPage],
  ['cards', '/cards', cardsPage],
  ['approvals', '/approvals', approvalsPage],
  ['approval', '/approvals/:shift', approvalPage],
  ['corrections', '/corrections', correctionsPage],
  ['correction-new', '/corrections/new', correctionNewPage],
  ['points-by-hand', '/corrections/points', pointsByHandPage],
  ['merge', '/corrections/merge', mergePage],
  ['certificates', '/certificates', certificatesPage],
  ['objections', '/objections', objectionsPage],
  ['merits', '/merits', meritsPage],
  ['anomalies', '/anomalies', anomaliesPage],
  ['overview', '/overview', overviewPage],
  ['district', '/district', districtPage],
  ['publicity-list', '/publicity-list', publicityListPage],
  ['teams', '/teams', teamsPage],
  ['team-members', '/teams/:team', teamMembersPage],
  ['substitutes', '/teams/:team/substitutes', substitutesPage],
  ['staff', '/staff', staffPage],
  ['rewards', '/rewards', rewardsPage],
  ['units', '/units', unitsPage],
  ['rules', '/rules', rulesPage],
  ['desks', '/desks', desksPage],
];
