/** All contracts: what the API can do, in one place for its documentation, its clients and its tests. */
import { access } from './access.ts';
import { anomalies } from './anomalies.ts';
import { cardRequests } from './card-requests.ts';
import { changes } from './changes.ts';
import { consents } from './consents.ts';
import { district } from './district.ts';
import { figures } from './figures.ts';
import { gifts } from './gifts.ts';
import { guardianAccess } from './guardian-access.ts';
import { corrections, guardians } from './guardians.ts';
import { hours } from './hours.ts';
import { hoursFollow } from './hours-follow.ts';
import { lateRecords } from './late-records.ts';
import { ledger } from './ledger.ts';
import { merits } from './merits.ts';
import { notices } from './notices.ts';
import { objections } from './objections.ts';
import { ratings } from './ratings.ts';
import { rewards } from './rewards.ts';
import { schoolYears } from './school-year.ts';
import { stock } from './stock.ts';
import { teams } from './teams.ts';
import { volunteers } from './volunteers.ts';
import { weekSheets } from './week-sheets.ts';

export const contracts = {
  ...access,
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
  ...ledger,
  ...rewards,
  ...gifts,
  ...stock,
  ...figures,
  ...notices,
  ...changes,
  ...schoolYears,
} as const;
export type Contracts = typeof contracts;
export type ContractName = keyof Contracts;
