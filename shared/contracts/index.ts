/** All contracts: what the API can do, in one place for its documentation, its clients and its tests. */
import { access } from './access.ts';
import { activities } from './activities.ts';
import { anomalies } from './anomalies.ts';
import { attendance } from './attendance.ts';
import { bookings } from './bookings.ts';
import { cardRequests } from './card-requests.ts';
import { certificateFiles } from './certificate-files.ts';
import { certificates } from './certificates.ts';
import { changes } from './changes.ts';
import { consents } from './consents.ts';
import { district } from './district.ts';
import { exportsOfLists } from './exports.ts';
import { feedback } from './feedback.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { gifts } from './gifts.ts';
import { guardianAccess } from './guardian-access.ts';
import { corrections, guardians } from './guardians.ts';
import { health } from './health.ts';
import { hours } from './hours.ts';
import { hoursFollow } from './hours-follow.ts';
import { lateRecords } from './late-records.ts';
import { ledger } from './ledger.ts';
import { merges } from './merges.ts';
import { merits } from './merits.ts';
import { moves } from './moves.ts';
import { notices } from './notices.ts';
import { objections } from './objections.ts';
import { orders } from './orders.ts';
import { posts } from './posts.ts';
import { ratings } from './ratings.ts';
import { redeemFor } from './redeem-for.ts';
import { registrations } from './registrations.ts';
import { residents } from './residents.ts';
import { rewards } from './rewards.ts';
import { schoolYears } from './school-year.ts';
import { secondStep } from './second-step.ts';
import { signUps } from './sign-ups.ts';
import { stock } from './stock.ts';
import { teamOrders } from './team-orders.ts';
import { teams } from './teams.ts';
import { volunteers } from './volunteers.ts';
import { weekSheets } from './week-sheets.ts';
import { wishes } from './wishes.ts';

export const contracts = {
  ...access,
  ...secondStep,
  ...posts,
  ...guardianAccess,
  ...district,
  ...volunteers,
  ...consents,
  ...corrections,
  ...guardians,
  ...lateRecords,
  ...teams,
  ...cardRequests,
  ...hours,
  ...hoursFollow,
  ...objections,
  ...weekSheets,
  ...anomalies,
  ...ratings,
  ...merits,
  ...certificates,
  ...activities,
  ...signUps,
  ...attendance,
  ...feedback,
  ...residents,
  ...orders,
  ...teamOrders,
  ...wishes,
  ...ledger,
  ...rewards,
  ...gifts,
  ...stock,
  ...bookings,
  ...redeemFor,
  ...figures,
  ...exportsOfLists,
  ...certificateFiles,
  ...notices,
  ...changes,
  ...findings,
  ...merges,
  ...moves,
  ...registrations,
  ...schoolYears,
  ...health,
} as const;
export type Contracts = typeof contracts;
export type ContractName = keyof Contracts;
