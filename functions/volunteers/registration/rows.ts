/**
 * The only file that knows the items of registrations: the request, a line of it for the school while it waits, and the
 * receipt that leads back to it. What was written of the person goes with the answer.
 */
import type { GroupKey } from '../../../shared/rules/classes.ts';
import type { Item, Query, Target, Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { present, version } from '../rows.ts';

export interface Registration {
  readonly id: string;
  readonly school: string;
  readonly at: number;
  readonly state: 'open' | 'approved' | 'joined' | 'refused';
  /** Of an open one only. */
  readonly said?: Said;
  readonly answer?: string;
  readonly volunteer?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
}
export interface Said {
  readonly name: string;
  readonly number: string;
  readonly birthDate: string;
  readonly class: GroupKey;
  readonly guardian?: string;
}

const table = 'Volunteers' as const;
export const registrationAt = (district: string, id: string): Target => ({
  table,
  key: { pk: `T#${district}#REG#${id}`, sk: 'REG' },
});
/** Where a receipt leads before its district is known. */
export const ticketAt = (hash: string): Target => ({ table, key: { pk: `REGT#${hash}`, sk: 'REGT' } });
export const schoolTriesAt = (district: string, school: string): Target => ({
  table,
  key: { pk: `T#${district}#SCHOOL#${school}`, sk: 'REGISTRATION-TRIES' },
});
const prefix = 'REG#';
const lineAt = (district: string, { school, id }: Pick<Registration, 'school' | 'id'>): Target => ({
  table,
  key: { pk: registrationsAt(district, school).pk, sk: prefix + id },
});
/** A school's open registrations, the first one first. */
export const registrationsAt = (district: string, school: string): Omit<Query, 'limit' | 'after'> => ({
  table,
  pk: `T#${district}#SCHOOL#${school}`,
  sk: { prefix },
});
export const registrationNamedBy = (line: Item) => line.sk.slice(prefix.length);

const context = (district: string, id: string) => `${district}|registration|${id}`;

export function askingWrites(
  { vault }: Tools,
  district: string,
  { said, ...row }: Registration,
  ticket: string,
): Write[] {
  const pii = vault.sealPersonal(context(district, row.id), said ?? {});
  return [
    { ...registrationAt(district, row.id), put: { v: version, ...present({ ...row }), pii } },
    { ...lineAt(district, row), put: { v: version } },
    { ...ticketAt(ticket), put: { v: version, district, registration: row.id } },
  ];
}

export function answeringWrites(district: string, answered: Registration): Write[] {
  const { state, answer, volunteer, decidedBy, decidedAt } = answered;
  return [
    {
      ...registrationAt(district, answered.id),
      update: { set: present({ state, answer, volunteer, decidedBy, decidedAt }), remove: ['pii'] },
      when: [['state', '=', 'open']],
      or: 'registration_answered',
    },
    { ...lineAt(district, answered), remove: true },
  ];
}

export function registrationOf({ vault }: Tools, district: string, item: Item | undefined): Registration | undefined {
  if (!item) return undefined;
  const { pii, ...row } = item as unknown as Registration & { pii?: Uint8Array };
  return pii ? { ...row, said: vault.openPersonal(context(district, row.id), pii) as Said } : row;
}
