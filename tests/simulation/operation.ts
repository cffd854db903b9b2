import type { Ask } from '../../functions/platform/ask.ts';
import type { Who } from '../../functions/platform/identity/who.ts';
import type { ContractName, Contracts } from '../../shared/contracts/index.ts';

type Parts<N extends ContractName> = Partial<Pick<Ask<Contracts[N]>, 'params' | 'body'>>;
export interface Operation {
  readonly name: ContractName;
  readonly who: Who;
  readonly params?: unknown;
  readonly body?: unknown;
}
export const operation = <N extends ContractName>(name: N, who: Who, parts: Parts<N> = {}): Operation => ({
  name,
  who,
  ...parts,
});
