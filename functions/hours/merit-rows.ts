/** Trainings and awards as they are kept: under the person, by day; one that was taken back stays, with the reason. */

import type { merits } from '../../shared/contracts/merits.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Happening } from '../../shared/rules/notice-kinds.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Attributes, Item, Query, Target, Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { registrationsMergedInto } from '../volunteers/index.ts';
import { version } from './rows.ts';

type Shown = Answer<(typeof merits)['GET /api/me/merits']>['items'][number];
export interface Merit extends Omit<Shown, 'withdrawn'> {
  readonly volunteer: string;
  /** The account that registered it. */
  readonly addedBy: string;
  readonly withdrawnAt?: number;
  readonly withdrawnBy?: string;
  /** Sealed: whoever writes may name people. */
  readonly withdrawnFor?: Uint8Array;
}

const pkOf = (district: string, volunteer: string) => `T#${district}#MERIT#${volunteer}`;
const meritsOf = (district: string, volunteer: string): Omit<Query, 'limit' | 'after'> => ({
  table: 'Service',
  pk: pkOf(district, volunteer),
  descending: true,
});
const meritAt = (district: string, { volunteer, day, id }: Pick<Merit, 'volunteer' | 'day' | 'id'>): Target => ({
  table: 'Service',
  key: { pk: pkOf(district, volunteer), sk: `${day}#${id}` },
});
function meritOf(item: Item): Merit {
  const [, , , volunteer = ''] = item.pk.split('#');
  return { ...(item as unknown as Merit), volunteer };
}

/** A page of a person's; what another registration of the same person has brought stands at the end of the list. */
export async function pageOfMerits(
  tools: Tools,
  district: string,
  volunteer: string,
  asked: { cursor?: string; limit: number },
) {
  const { items, next } = await pageOf(tools, meritsOf(district, volunteer), asked);
  const merged = next === undefined ? await mergedMeritsOf(tools, district, volunteer) : [];
  return { merits: [...items, ...merged].map(meritOf), next };
}

/** Those of other registrations that have been merged into the person's. */
async function mergedMeritsOf(tools: Tools, district: string, volunteer: string): Promise<Item[]> {
  const merged = await registrationsMergedInto(tools, district, volunteer);
  return (await Promise.all(merged.map((id) => readAll(tools.store, meritsOf(district, id))))).flat();
}

/** All of a person, the latest of each registration first. */
export async function readMerits(tools: Tools, district: string, volunteer: string): Promise<Merit[]> {
  const own = await readAll(tools.store, meritsOf(district, volunteer));
  return [...own, ...(await mergedMeritsOf(tools, district, volunteer))].map(meritOf);
}

export function addingWrite(district: string, { volunteer, ...merit }: Merit, now: number): Write {
  const given = Object.fromEntries(Object.entries(merit).filter(([, value]) => value !== undefined)) as Attributes;
  const put = { v: version, ...given, addedAt: now };
  return { ...meritAt(district, { ...merit, volunteer }), put, when: [['pk', 'absent']], or: 'lost_race' };
}

const context = (district: string, { volunteer, id }: Pick<Merit, 'volunteer' | 'id'>) =>
  `${district}|${volunteer}|${id}|merit`;

interface Withdrawal {
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}
/** @returns the merit as it is then, and the write */
export function withdrawing({ vault }: Tools, district: string, merit: Merit, { reason, by, at }: Withdrawal) {
  const set = { withdrawnAt: at, withdrawnBy: by, withdrawnFor: vault.sealPersonal(context(district, merit), reason) };
  const write: Write = {
    ...meritAt(district, merit),
    update: { set },
    when: [['withdrawnAt', 'absent']],
    or: 'merit_withdrawn',
  };
  return { withdrawn: { ...merit, ...set }, write };
}

export function showMerit({ vault }: Tools, district: string, merit: Merit): Shown {
  const { id, kind, name, organiser, day, content, minutes, withdrawnAt, withdrawnFor } = merit;
  const shown = { id, kind, name, organiser, day, content, minutes };
  if (withdrawnAt === undefined || withdrawnFor === undefined) return shown;
  const reason = String(vault.openPersonal(context(district, merit), withdrawnFor));
  return { ...shown, withdrawn: { at: new Date(withdrawnAt).toISOString(), reason } };
}

/** A training or an award that has just been taken back. */
export function meritHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  const [, district = '', what, volunteer = ''] = after?.pk.split('#') ?? [];
  if (what !== 'MERIT' || !before || !after || before.withdrawnAt !== undefined) return [];
  const { id, day, withdrawnAt } = after as unknown as Merit;
  if (withdrawnAt === undefined) return [];
  return [
    { kind: 'merit_withdrawn', district, thing: id, at: withdrawnAt, to: { volunteer }, facts: { merit: id, day } },
  ];
}
