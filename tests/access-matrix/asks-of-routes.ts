import type { Input } from '../../scripts/local/client.ts';
import type { ContractName } from '../../shared/contracts/index.ts';
import type { Asker, Place } from './place.ts';

/** What a route is sent beside its path; a route without a line is sent an empty body. */
export type Asks = {
  readonly [N in ContractName]?: (place: Place, role: Asker) => Omit<Input<N>, 'params' | 'key' | 'headers'>;
};
