/** All contracts: what the API can do, in one place for its documentation, its clients and its tests. */
import { access } from './access.ts';
import { district } from './district.ts';
import { figures } from './figures.ts';
import { hours } from './hours.ts';
import { ledger } from './ledger.ts';
import { rewards } from './rewards.ts';
import { teams } from './teams.ts';
import { volunteers } from './volunteers.ts';

export const contracts = {
  ...access,
  ...district,
  ...volunteers,
  ...teams,
  ...hours,
  ...ledger,
  ...rewards,
  ...figures,
} as const;
export type Contracts = typeof contracts;
export type ContractName = keyof Contracts;
