/** Which address shows which page. A page's name is its folder under pages/. */
import type { Page } from './page.ts';
import { accountPage } from './pages/account/page.tsx';
import { activatePage } from './pages/activate/page.tsx';
import { activateGuardianPage } from './pages/activate-guardian/page.tsx';
import { anomaliesPage } from './pages/anomalies/page.tsx';
import { approvalPage } from './pages/approval/page.tsx';
import { approvalsPage } from './pages/approvals/page.tsx';
import { cardsPage } from './pages/cards/page.tsx';
import { childrenPage } from './pages/children/page.tsx';
import { consentPage } from './pages/consent/page.tsx';
import { correctionNewPage } from './pages/correction-new/page.tsx';
import { correctionsPage } from './pages/corrections/page.tsx';
import { deskPage } from './pages/desk/page.tsx';
import { deskGiftsPage } from './pages/desk-gifts/page.tsx';
import { deskTodayPage } from './pages/desk-today/page.tsx';
import { desksPage } from './pages/desks/page.tsx';
import { districtPage } from './pages/district/page.tsx';
import { fairPage } from './pages/fair/page.tsx';
import { giftsPage } from './pages/gifts/page.tsx';
import { homePage } from './pages/home/page.tsx';
import { importPage } from './pages/import/page.tsx';
import { importsPage } from './pages/imports/page.tsx';
import { inboxPage } from './pages/inbox/page.tsx';
import { inboxSwitchesPage } from './pages/inbox-switches/page.tsx';
import { keptItemPage } from './pages/kept-item/page.tsx';
import { leaderPage } from './pages/leader/page.tsx';
import { leaderCardsPage } from './pages/leader-cards/page.tsx';
import { leaversPage } from './pages/leavers/page.tsx';
import { lookPage } from './pages/look/page.tsx';
import { menuPage } from './pages/menu/page.tsx';
import { meritsPage } from './pages/merits/page.tsx';
import { myDataPage } from './pages/my-data/page.tsx';
import { myMeritsPage } from './pages/my-merits/page.tsx';
import { myRecordPage } from './pages/my-record/page.tsx';
import { objectionsPage } from './pages/objections/page.tsx';
import { overviewPage } from './pages/overview/page.tsx';
import { pickUpPage } from './pages/pick-up/page.tsx';
import { pointsPage } from './pages/points/page.tsx';
import { pointsByHandPage } from './pages/points-by-hand/page.tsx';
import { publicityPage } from './pages/publicity/page.tsx';
import { publicityListPage } from './pages/publicity-list/page.tsx';
import { publicitySchoolPage } from './pages/publicity-school/page.tsx';
import { pupilPage } from './pages/pupil/page.tsx';
import { pupilsPage } from './pages/pupils/page.tsx';
import { ratingsPage } from './pages/ratings/page.tsx';
import { recordPage } from './pages/record/page.tsx';
import { recordsPage } from './pages/records/page.tsx';
import { redemptionsPage } from './pages/redemptions/page.tsx';
import { requestsPage } from './pages/requests/page.tsx';
import { rewardsPage } from './pages/rewards/page.tsx';
import { rulesPage } from './pages/rules/page.tsx';
import { schoolYearPage } from './pages/school-year/page.tsx';
import { shiftPage } from './pages/shift/page.tsx';
import { shopPage } from './pages/shop/page.tsx';
import { signInPage } from './pages/sign-in/page.tsx';
import { slipsPage } from './pages/slips/page.tsx';
import { staffPage } from './pages/staff/page.tsx';
import { stockPage } from './pages/stock/page.tsx';
import { teamPage } from './pages/team/page.tsx';
import { teamMembersPage } from './pages/team-members/page.tsx';
import { teamsPage } from './pages/teams/page.tsx';
import { unitsPage } from './pages/units/page.tsx';
import { weekPage } from './pages/week/page.tsx';

export interface Place {
  readonly name: string;
  readonly page: Page;
  readonly params: Readonly<Record<string, string>>;
}

/** Patterns by name; `:word` stands for one segment of the path. */
const places: readonly (readonly [name: string, pattern: string, page: unknown])[] = [
  ['home', '/', homePage],
  ['sign-in', '/sign-in', signInPage],
  ['activate', '/activate', activatePage],
  ['activate-guardian', '/activate/guardian', activateGuardianPage],
  ['look', '/look', lookPage],
  ['points', '/me', pointsPage],
  ['records', '/me/records', recordsPage],
  ['my-record', '/me/records/:shift', myRecordPage],
  ['my-merits', '/me/merits', myMeritsPage],
  ['shop', '/shop', shopPage],
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
  ['menu', '/menu', menuPage],
  ['leader', '/leader', leaderPage],
  ['record', '/leader/record', recordPage],
  ['leader-cards', '/leader/cards', leaderCardsPage],
  ['week', '/leader/week', weekPage],
  ['shift', '/leader/shifts/:shift', shiftPage],
  ['ratings', '/leader/shifts/:shift/ratings', ratingsPage],
  ['desk', '/desk', deskPage],
  ['desk-today', '/desk/today', deskTodayPage],
  ['stock', '/desk/stock', stockPage],
  ['kept-item', '/items/:item', keptItemPage],
  ['desk-gifts', '/desk/gifts', deskGiftsPage],
  ['fair', '/desk/fair', fairPage],
  ['imports', '/imports', importsPage],
  ['import', '/imports/:import', importPage],
  ['pupils', '/pupils', pupilsPage],
  ['pupil', '/pupils/:volunteer', pupilPage],
  ['requests', '/requests', requestsPage],
  ['school-year', '/school-year', schoolYearPage],
  ['leavers', '/leavers', leaversPage],
  ['slips', '/slips', slipsPage],
  ['cards', '/cards', cardsPage],
  ['approvals', '/approvals', approvalsPage],
  ['approval', '/approvals/:shift', approvalPage],
  ['corrections', '/corrections', correctionsPage],
  ['correction-new', '/corrections/new', correctionNewPage],
  ['points-by-hand', '/corrections/points', pointsByHandPage],
  ['objections', '/objections', objectionsPage],
  ['merits', '/merits', meritsPage],
  ['anomalies', '/anomalies', anomaliesPage],
  ['overview', '/overview', overviewPage],
  ['district', '/district', districtPage],
  ['publicity-list', '/publicity-list', publicityListPage],
  ['publicity', '/publicity', publicityPage],
  ['publicity-school', '/publicity/:school', publicitySchoolPage],
  ['teams', '/teams', teamsPage],
  ['team-members', '/teams/:team', teamMembersPage],
  ['staff', '/staff', staffPage],
  ['rewards', '/rewards', rewardsPage],
  ['units', '/units', unitsPage],
  ['rules', '/rules', rulesPage],
  ['desks', '/desks', desksPage],
];

export const pageNames: readonly string[] = places.map(([name]) => name);

/** Where nothing is: said in the frame that the visitor knows. */
export const lost: Place = { name: 'home', page: homePage as Page, params: {} };

export function findPage(path: string): Place | undefined {
  for (const [name, pattern, page] of places) {
    const params = match(pattern, path);
    // A page's own types meet again in App: what it reads is what it is shown.
    if (params) return { name, page: page as Page, params };
  }
  return undefined;
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const part = given[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(part);
    else if (segment !== part) return undefined;
  }
  return params;
}
