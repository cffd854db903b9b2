/** How requests are drawn, and what a draw may look at. */
import type { Known } from './known.ts';
import type { Operation } from './operation.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

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
