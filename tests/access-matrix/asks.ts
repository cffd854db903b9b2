/** What is asked of every route about a place: its path, and a body that its contract accepts. */
import type { Input } from '../../scripts/local/client.ts';
import type { ContractName } from '../../shared/contracts/index.ts';
import { asksOfService } from './asks-of-service.ts';
import { asksOfStaff } from './asks-of-staff.ts';
import { paramsOf } from './params.ts';
import type { Asker, Place } from './place.ts';

/** What a route is sent beside its path; a route without a line is sent an empty body. */
export type Asks = {
  readonly [N in ContractName]?: (place: Place, role: Asker) => Omit<Input<N>, 'params' | 'key' | 'headers'>;
};
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
