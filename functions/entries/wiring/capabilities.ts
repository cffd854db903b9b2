import { access } from '../../../shared/contracts/access.ts';
import { activities } from '../../../shared/contracts/activities.ts';
import { anomalies } from '../../../shared/contracts/anomalies.ts';
import { attendance } from '../../../shared/contracts/attendance.ts';
import { bookings } from '../../../shared/contracts/bookings.ts';
import { cardRequests } from '../../../shared/contracts/card-requests.ts';
import { changes } from '../../../shared/contracts/changes.ts';
import { consents } from '../../../shared/contracts/consents.ts';
import { district } from '../../../shared/contracts/district.ts';
import { feedback } from '../../../shared/contracts/feedback.ts';
import { figures } from '../../../shared/contracts/figures.ts';
import { gifts } from '../../../shared/contracts/gifts.ts';
import { guardianAccess } from '../../../shared/contracts/guardian-access.ts';
import { corrections, guardians } from '../../../shared/contracts/guardians.ts';
import { health } from '../../../shared/contracts/health.ts';
import { hours } from '../../../shared/contracts/hours.ts';
import { hoursFollow } from '../../../shared/contracts/hours-follow.ts';
import { lateRecords } from '../../../shared/contracts/late-records.ts';
import { ledger } from '../../../shared/contracts/ledger.ts';
import { merges } from '../../../shared/contracts/merges.ts';
import { merits } from '../../../shared/contracts/merits.ts';
import { moves } from '../../../shared/contracts/moves.ts';
import { notices } from '../../../shared/contracts/notices.ts';
import { objections } from '../../../shared/contracts/objections.ts';
import { orders } from '../../../shared/contracts/orders.ts';
import { posts } from '../../../shared/contracts/posts.ts';
import { ratings } from '../../../shared/contracts/ratings.ts';
import { redeemFor } from '../../../shared/contracts/redeem-for.ts';
import { registrations } from '../../../shared/contracts/registrations.ts';
import { residents } from '../../../shared/contracts/residents.ts';
import { rewards } from '../../../shared/contracts/rewards.ts';
import { schoolYears } from '../../../shared/contracts/school-year.ts';
import { secondStep } from '../../../shared/contracts/second-step.ts';
import { signUps } from '../../../shared/contracts/sign-ups.ts';
import { stock } from '../../../shared/contracts/stock.ts';
import { teamOrders } from '../../../shared/contracts/team-orders.ts';
import { teams } from '../../../shared/contracts/teams.ts';
import { volunteers } from '../../../shared/contracts/volunteers.ts';
import { weekSheets } from '../../../shared/contracts/week-sheets.ts';
import { wishes } from '../../../shared/contracts/wishes.ts';
import { type Capability, later } from '../../platform/http/story.ts';

const districtDoor = () => import('../../district/index.ts');
const accessDoor = () => import('../../access/index.ts');
const ledgerDoor = () => import('../../ledger/index.ts');
const volunteersDoor = () => import('../../volunteers/index.ts');
const rewardsDoor = () => import('../../rewards/index.ts');
const teamsDoor = () => import('../../teams/index.ts');
const hoursDoor = () => import('../../hours/index.ts');
const activitiesDoor = () => import('../../activities/index.ts');
const ordersDoor = () => import('../../orders/index.ts');
const wishesDoor = () => import('../../wishes/index.ts');
const figuresDoor = () => import('../../figures/index.ts');
const noticesDoor = () => import('../../notices/index.ts');
const guardiansDoor = () => import('../../guardians/index.ts');
const changesDoor = () => import('../../changes/index.ts');
const healthDoor = () => import('../../platform/http/health.ts');

/**
 * Everything the API can do, ground floor first. A request needs few of them: what a capability does is loaded with the
 * first request for it, so that a function that just started answers soon.
 */
export const capabilities: readonly Capability[] = [
  later(district, districtDoor, 'districtCapability'),
  later(access, accessDoor, 'accessCapability'),
  later(guardianAccess, accessDoor, 'guardianAccessCapability'),
  later(secondStep, accessDoor, 'secondStepCapability'),
  later(ledger, ledgerDoor, 'ledgerCapability'),
  later(volunteers, volunteersDoor, 'volunteersCapability'),
  later(registrations, volunteersDoor, 'registrationsCapability'),
  later(consents, volunteersDoor, 'consentsCapability'),
  later(corrections, volunteersDoor, 'correctionsCapability'),
  later(rewards, rewardsDoor, 'rewardsCapability'),
  later(gifts, rewardsDoor, 'giftsCapability'),
  later(stock, rewardsDoor, 'stockCapability'),
  later(bookings, rewardsDoor, 'bookingsCapability'),
  later(teams, teamsDoor, 'teamsCapability'),
  later(posts, teamsDoor, 'postsCapability'),
  later(cardRequests, teamsDoor, 'cardRequestsCapability'),
  later(hours, hoursDoor, 'hoursCapability'),
  later(lateRecords, hoursDoor, 'lateCapability'),
  later(hoursFollow, hoursDoor, 'hoursFollowCapability'),
  later(objections, hoursDoor, 'objectionsCapability'),
  later(weekSheets, hoursDoor, 'weekSheetsCapability'),
  later(anomalies, hoursDoor, 'anomaliesCapability'),
  later(ratings, hoursDoor, 'ratingsCapability'),
  later(merits, hoursDoor, 'meritsCapability'),
  later(activities, activitiesDoor, 'activitiesCapability'),
  later(signUps, activitiesDoor, 'signUpsCapability'),
  later(attendance, activitiesDoor, 'attendanceCapability'),
  later(feedback, activitiesDoor, 'feedbackCapability'),
  later(residents, ordersDoor, 'residentsCapability'),
  later(orders, ordersDoor, 'ordersCapability'),
  later(teamOrders, ordersDoor, 'teamOrdersCapability'),
  later(wishes, wishesDoor, 'wishesCapability'),
  later(figures, figuresDoor, 'figuresCapability'),
  later(notices, noticesDoor, 'noticesCapability'),
  later(guardians, guardiansDoor, 'guardiansCapability'),
  later(redeemFor, guardiansDoor, 'redeemForCapability'),
  later(changes, changesDoor, 'changesCapability'),
  later(merges, changesDoor, 'mergesCapability'),
  later(moves, changesDoor, 'movesCapability'),
  later(schoolYears, changesDoor, 'schoolYearsCapability'),
  later(health, healthDoor, 'healthCapability'),
];
