/** How requests are drawn: what a draw may look at, and the shape of what it draws. */
import type { Ask } from '../../functions/platform/ask.ts';
import type { Who } from '../../functions/platform/identity/who.ts';
import type { ContractName, Contracts } from '../../shared/contracts/index.ts';
import type { Known } from './known.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

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

export interface Scene {
  readonly world: World;
  readonly known: Known;
  readonly random: Random;
  readonly now: number;
}
/** Undefined when nothing is known yet that one could ask about. */
export type Draw = (scene: Scene) => Operation | undefined;

/** Few things are asked about at a time, so that those who ask meet. */
export const latest = <T>({ random }: Scene, list: readonly T[]): T | undefined =>
  list.length === 0 ? undefined : random.pick(list.slice(-5));
