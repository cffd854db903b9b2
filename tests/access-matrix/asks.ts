/** What is asked of every route about a place: its path, and a body that its contract accepts. */
import type { ContractName } from '../../shared/contracts/index.ts';
import type { Asks } from './asks-of-routes.ts';
import { asksOfService } from './asks-of-service.ts';
import { asksOfStaff } from './asks-of-staff.ts';
import { paramsOf } from './params.ts';
import type { Asker, Place } from './place.ts';

const asks: Asks = { ...asksOfStaff, ...asksOfService };

export interface Asked {
  readonly params: Record<string, string | number>;
  readonly query?: object;
  readonly body?: object;
}
export function askAbout(route: ContractName, place: Place, role: Asker): Asked {
  const body = route.startsWith('GET') ? {} : { body: {} };
  return { params: paramsOf(route, place), ...body, ...asks[route]?.(place, role) };
}
