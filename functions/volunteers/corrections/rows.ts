/** Requests to correct what is stored: the request, and a line for it under the person and under the school. */
import type { Role } from '../../../shared/roles.ts';
import type { Item, Query, Target, Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { present, version } from '../rows.ts';

export interface Correction {
  readonly id: string;
  readonly volunteer: string;
  readonly school: string;
  readonly about: string;
  readonly at: number;
  readonly by: string;
  readonly byRole: Role;
  readonly state: 'open' | 'corrected' | 'refused';
  readonly answeredBy?: string;
  readonly answeredAt?: number;
  readonly words: Words;
}
/** What people wrote; sealed. */
interface Words {
  readonly text: string;
  readonly answer?: string;
}

const table = 'Volunteers' as const;
export const correctionAt = (district: string, id: string): Target => ({
  table,
  key: { pk: `T#${district}#ASK#${id}`, sk: 'ASK' },
});
const prefix = 'ASK#';
const listOf = (pk: string): Omit<Query, 'limit' | 'after'> => ({ table, pk, sk: { prefix }, descending: true });
export const correctionsOf = (district: string, volunteer: string) => listOf(`T#${district}#V#${volunteer}`);
export const correctionsAt = (district: string, school: string) => listOf(`T#${district}#SCHOOL#${school}`);
/** The request that a line of either list names. */
export const requestNamedBy = (line: Item) => line.sk.slice(prefix.length);

const context = (district: string, id: string) => `${district}|correction|${id}`;

export function askingWrites({ vault }: Tools, district: string, { words, ...row }: Correction): Write[] {
  const { id, volunteer, school } = row;
  const sk = `${prefix}${id}`;
  return [
    {
      ...correctionAt(district, id),
      put: { v: version, ...present({ ...row }), pii: vault.sealPersonal(context(district, id), words) },
    },
    { table, key: { pk: correctionsOf(district, volunteer).pk, sk }, put: { v: version } },
    { table, key: { pk: correctionsAt(district, school).pk, sk }, put: { v: version } },
  ];
}

export function answeringWrite({ vault }: Tools, district: string, answered: Correction): Write {
  const { id, state, answeredBy, answeredAt, words } = answered;
  const pii = vault.sealPersonal(context(district, id), words);
  return {
    ...correctionAt(district, id),
    update: { set: present({ state, answeredBy, answeredAt, pii }) },
    when: [['state', '=', 'open']],
    or: 'request_answered',
  };
}

export function correctionOf({ vault }: Tools, district: string, item: Item | undefined): Correction | undefined {
  if (!item) return undefined;
  const { pii, ...row } = item as unknown as Correction & { pii: Uint8Array };
  return { ...row, words: vault.openPersonal(context(district, row.id), pii) as Words };
}
