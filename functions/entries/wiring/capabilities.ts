import { accessCapability, guardianAccessCapability } from '../../access/index.ts';
import { changesCapability, schoolYearsCapability } from '../../changes/index.ts';
import { districtCapability } from '../../district/index.ts';
import { figuresCapability } from '../../figures/index.ts';
import { guardiansCapability } from '../../guardians/index.ts';
import {
  anomaliesCapability,
  hoursCapability,
  hoursFollowCapability,
  lateCapability,
  meritsCapability,
  objectionsCapability,
  ratingsCapability,
  weekSheetsCapability,
} from '../../hours/index.ts';
import { ledgerCapability } from '../../ledger/index.ts';
import { noticesCapability } from '../../notices/index.ts';
import type { Capability } from '../../platform/http/story.ts';
import { giftsCapability, rewardsCapability, stockCapability } from '../../rewards/index.ts';
import { cardRequestsCapability, teamsCapability } from '../../teams/index.ts';
import { consentsCapability, correctionsCapability, volunteersCapability } from '../../volunteers/index.ts';

/** Everything the API can do, ground floor first. */
export const capabilities: readonly Capability[] = [
  districtCapability,
  accessCapability,
  guardianAccessCapability,
  ledgerCapability,
  volunteersCapability,
  consentsCapability,
  correctionsCapability,
  rewardsCapability,
  giftsCapability,
  stockCapability,
  teamsCapability,
  cardRequestsCapability,
  hoursCapability,
  lateCapability,
  hoursFollowCapability,
  objectionsCapability,
  weekSheetsCapability,
  anomaliesCapability,
  ratingsCapability,
  meritsCapability,
  figuresCapability,
  noticesCapability,
  guardiansCapability,
  changesCapability,
  schoolYearsCapability,
];
