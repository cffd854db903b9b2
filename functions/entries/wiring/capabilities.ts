import { accessCapability } from '../../access/index.ts';
import { districtCapability } from '../../district/index.ts';
import { figuresCapability } from '../../figures/index.ts';
import { hoursCapability } from '../../hours/index.ts';
import { ledgerCapability } from '../../ledger/index.ts';
import type { Capability } from '../../platform/http/story.ts';
import { rewardsCapability } from '../../rewards/index.ts';
import { teamsCapability } from '../../teams/index.ts';
import { volunteersCapability } from '../../volunteers/index.ts';

/** Everything the API can do, ground floor first. */
export const capabilities: readonly Capability[] = [
  districtCapability,
  accessCapability,
  ledgerCapability,
  volunteersCapability,
  rewardsCapability,
  teamsCapability,
  hoursCapability,
  figuresCapability,
];
