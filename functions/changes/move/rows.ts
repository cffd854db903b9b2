/** The only file that knows the item of a pupil's move: one for each pupil, and a line of it for the new school. */
import type { moveStates } from '../../../shared/contracts/moves.ts';
import type { Vault } from '../../platform/identity/vault.ts';
import type { Attributes, Item, Target, Write } from '../../platform/store/port.ts';

const version = 1;
const table = 'Changes' as const;

export interface Move {
  readonly volunteer: string;
  readonly district: string;
  readonly from: string;
  /** The class in the old school. */
  readonly fromClass: string;
  readonly to: string;
  readonly toCode: string;
  /** Of a move out of the district: the new one, and both places by name, which the other side cannot look up. */
  readonly toDistrict?: string;
  readonly fromName?: string;
  readonly toName?: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly state: (typeof moveStates)[number];
  readonly consent?: Consented;
  readonly accepted?: Accepted;
  readonly closedBy?: string;
  readonly closedAt?: number;
  readonly answer?: string;
  /** When it was last changed, epoch milliseconds. */
  readonly at: number;
  /** Counts every change of the row, and guards the next one. */
  readonly turn: number;
}
export interface Consented {
  readonly method: 'paper' | 'link' | 'own';
  readonly on: string;
  readonly by: string;
}
/** By the new school; the number is sealed. */
export interface Accepted {
  readonly class: string;
  readonly number: string;
  readonly by: string;
}

const pkOf = (district: string, volunteer: string) => `T#${district}#MV#${volunteer}`;
const moveSk = 'MV';
export const moveAt = (district: string, volunteer: string): Target => ({
  table,
  key: { pk: pkOf(district, volunteer), sk: moveSk },
});
/** The move as the new school finds it, in its own district. */
export const moveIntoAt = (district: string, volunteer: string): Target => ({
  table,
  key: { pk: pkOf(district, volunteer), sk: 'TO' },
});
/** The district that the pupil is from, by what lies in the new one. */
export const homeOf = (item: Item | undefined): string | undefined => item?.home as string | undefined;
const listPk = (district: string, school: string) => `T#${district}#MVU#${school}`;
/** A school's open moves, out of it and into it. */
export const movesOf = (district: string, school: string) => ({ table, index: 'byUnit', pk: listPk(district, school) });

const context = (district: string, volunteer: string) => `${district}|move|${volunteer}`;

export const isMove = ({ sk }: Item): boolean => sk === moveSk;
export function moveOf(vault: Vault, item: Item | undefined): Move | undefined {
  if (!item) return undefined;
  const { pii, ...row } = item as unknown as Move & { pii?: Uint8Array };
  if (!pii) return row;
  return { ...row, accepted: vault.openPersonal(context(row.district, row.volunteer), pii) as Accepted };
}

/** The move as it is from now on, unless somebody else changed it since `before` was read. */
export function moveWrites(vault: Vault, before: Move | undefined, after: Omit<Move, 'turn'>): Write[] {
  const { district, volunteer, from, to, state, accepted, consent, ...plain } = after;
  const at = moveAt(district, volunteer);
  const key = `${plain.proposedAt}#${volunteer}`;
  const listed = (school: string, of = district): Attributes =>
    state === 'open' ? { byUnitPk: listPk(of, school), byUnitSk: key } : {};
  const sealed = accepted && { pii: vault.sealPersonal(context(district, volunteer), accepted) };
  const said = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as Attributes;
  const row = { ...said, ...(consent && { consent: { ...consent } }), ...sealed };
  const turn = (before?.turn ?? 0) + 1;
  return [
    {
      ...at,
      put: { v: version, district, volunteer, from, to, state, ...row, turn, ...listed(from) },
      when: before ? [['turn', '=', before.turn]] : [['pk', 'absent']],
      or: 'lost_race',
    },
    {
      ...moveIntoAt(plain.toDistrict ?? district, volunteer),
      put: { v: version, volunteer, home: district, ...listed(to, plain.toDistrict) },
    },
  ];
}
