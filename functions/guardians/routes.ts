import { guardians } from '../../shared/contracts/guardians.ts';
import { redeemFor as redeemForRoutes } from '../../shared/contracts/redeem-for.ts';
import { bind } from '../platform/http/story.ts';
import { listChildren } from './children.ts';
import { showMyData } from './my-data.ts';
import { listOpenings } from './openings.ts';
import { listRedemptionsOf, redeemFor } from './redeem-for.ts';
import { endGuardian, listGuardians } from './school.ts';

export const guardiansCapability = bind(guardians, {
  'GET /api/me/children': listChildren,
  'GET /api/volunteers/{volunteer}/guardians': listGuardians,
  'DELETE /api/volunteers/{volunteer}/guardians/{account}': endGuardian,
  'GET /api/volunteers/{volunteer}/openings': listOpenings,
  'GET /api/me/data': showMyData,
});

export const redeemForCapability = bind(redeemForRoutes, {
  'POST /api/volunteers/{volunteer}/redemptions': redeemFor,
  'GET /api/volunteers/{volunteer}/redemptions': listRedemptionsOf,
});
