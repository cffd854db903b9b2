/**
 * What a person is about to do follows where the person goes: to the registration that goes on after a merge, back
 * when it is taken back, and nowhere when a move, leaving or a consent taken back ends it. The person's row is
 * changed first, in the transaction that decides; this follows from its stream, team by team and sign-up by sign-up,
 * and may run any number of times.
 */
import { carrySignUps, freeUnmeant, giveBackSignUps } from '../activities/index.ts';
import { consentChanged } from '../hours/index.ts';
import { carryVisits, giveBackVisits, leaveVisits } from '../orders/index.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { joinTeamsOf, partTeamsOf } from '../teams/index.ts';
import { classChanged, readPeople } from '../volunteers/index.ts';
import { carryClaims, giveBackClaims } from '../wishes/index.ts';

interface Carrying {
  readonly district: string;
  readonly volunteer: string;
  /** The registration that the person was part of until this change. */
  readonly partedFrom?: string;
}

export function carryNeeded(before: Item | undefined, after: Item | undefined): Carrying | undefined {
  const at = classChanged(before, after) ?? consentChanged(before, after);
  if (!at || !after) return undefined;
  const partedFrom = after.mergedInto === undefined ? (before?.mergedInto as string | undefined) : undefined;
  return { ...at, partedFrom };
}

export async function carryOn(tools: Tools, { district, volunteer, partedFrom }: Carrying, now: number): Promise<void> {
  const [person] = await readPeople(tools, district, [volunteer]);
  if (person?.mergedInto !== undefined) return carryAlong(tools, district, [volunteer, person.mergedInto], now);
  if (partedFrom !== undefined) await giveBack(tools, { district, from: partedFrom, to: volunteer }, now);
  await freeUnmeant(tools, district, volunteer, now);
  await leaveVisits(tools, district, volunteer, now);
}

/** To the one that goes on, and further when that one has ended in yet another meanwhile. */
async function carryAlong(tools: Tools, district: string, [from, to]: [string, string], now: number): Promise<void> {
  const way = { district, from, to };
  await joinTeamsOf(tools, district, way, now);
  await carrySignUps(tools, way, now);
  await carryVisits(tools, way, now);
  await carryClaims(tools, way);
  const [next] = await readPeople(tools, district, [to]);
  if (next?.mergedInto !== undefined) await carryAlong(tools, district, [to, next.mergedInto], now);
}

async function giveBack(tools: Tools, way: { district: string; from: string; to: string }, now: number) {
  await partTeamsOf(tools, way.district, way.to);
  await giveBackSignUps(tools, way, now);
  await giveBackVisits(tools, way, now);
  await giveBackClaims(tools, way);
}
