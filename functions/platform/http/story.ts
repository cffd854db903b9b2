import type { Answer, Route, RouteName, Routes } from '../../../shared/contracts/route.ts';
import type { Ask, Asked } from '../ask.ts';
import type { Plan } from '../store/operation.ts';
import type { Target } from '../store/port.ts';
import type { Tools } from '../tools.ts';

/** Reads, and writes whose repetition is harmless because their ids are derived from what they change. */
export type PlainStory<R extends Route> = (ask: Ask<R>, tools: Tools) => Promise<Answer<R>>;

/** A write for a client's key: decide on writes, which are committed with the key's guard row, then show the result. */
export interface GuardedStory<R extends Route> {
  plan(ask: Ask<R>, tools: Tools): Promise<Plan<Answer<R>>>;
  show(ask: Ask<R>, tools: Tools, result: string): Promise<Answer<R>>;
  /** Where the guard row lives; the table Guards unless the story's own journal holds it. */
  guardAt?(ask: Ask<R>): Target;
  /**
   * What it will read if the account that the session names is the person whom it is about: read together with who
   * asks, which is a request to the store less. Whatever turns out otherwise is read as if nothing had been foreseen.
   */
  foresee?(session: { readonly district: string; readonly account: string }, asked: Asked<R>): readonly Target[];
}

export type Story<R extends Route> = R['write'] extends 'guarded' ? GuardedStory<R> : PlainStory<R>;
export type Stories<R extends Routes> = { readonly [Name in keyof R]: R[Name] extends Route ? Story<R[Name]> : never };

/** A capability: the names of its routes, then their contracts and the stories that keep them. */
export interface Capability<R extends Routes = Routes> {
  readonly names: readonly RouteName[];
  load(): Promise<{ readonly routes: R; readonly stories: Readonly<Record<string, unknown>> }>;
}

/** Joins a contract to its stories; a route without a story, or a story of another shape, does not compile. */
export const bind = <R extends Routes>(routes: R, stories: Stories<R>): Capability<R> => ({
  names: Object.keys(routes) as RouteName[],
  load: async () => ({ routes, stories }),
});
