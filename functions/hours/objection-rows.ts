import type { Attributes, Item, Query, Target } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import type { Objection, Objector } from './objection.ts';
import { shiftPk } from './rows.ts';

interface Place {
  readonly district: string;
  readonly unit: string;
  readonly shift: string;
  readonly volunteer: string;
}

const queuePk = (district: string, unit: string) => `T#${district}#Q#${unit}#objection`;
export const objectionsOf = (district: string, unit: string): Omit<Query, 'limit' | 'after'> => ({
  table: 'Service',
  index: 'byQueue',
  pk: queuePk(district, unit),
});
export const objectionKeys = ({ district, unit, shift, volunteer }: Place, at: number): Attributes => ({
  byQueuePk: queuePk(district, unit),
  byQueueSk: `${new Date(at).toISOString()}#${shift}#${volunteer}`,
});
/** A stranger's objection to the sum of a class: a row of its own beside the shift's records. */
export interface ClassObjection {
  readonly id: string;
  readonly district: string;
  readonly unit: string;
  readonly shift: string;
  /** As the public list has it. */
  readonly class: string;
  /** Of the service. */
  readonly name: string;
  readonly day: string;
  readonly objection: Objection;
  /** Beside the objection's own, to guard it. */
  readonly decidedAt?: number;
}
const classPrefix = 'O#';
export const classObjectionAt = ({
  district,
  shift,
  id,
}: Pick<ClassObjection, 'district' | 'shift' | 'id'>): Target => ({
  table: 'Service',
  key: { pk: shiftPk(district, shift), sk: classPrefix + id },
});
export const classObjectionsOf = (district: string, shift: string): Omit<Query, 'limit' | 'after'> => ({
  table: 'Service',
  pk: shiftPk(district, shift),
  sk: { prefix: classPrefix },
});
export const isClassObjection = ({ sk }: Item): boolean => sk.startsWith(classPrefix);
export const classObjectionOf = (item: Item): ClassObjection => ({
  ...(item as unknown as ClassObjection),
  id: item.sk.slice(classPrefix.length),
});

/** How often strangers may object in one school. */
export const publicTriesAt = (district: string, unit: string): Target => ({
  table: 'Service',
  key: { pk: `T#${district}#PUBTRIES#${unit}`, sk: 'TRIES' },
});

const context = ({ district, shift, volunteer }: Omit<Place, 'unit'>) => `${district}|${shift}|${volunteer}|objection`;
export const sealWords = ({ vault }: Tools, place: Omit<Place, 'unit'>, text: string): Uint8Array =>
  vault.sealPersonal(context(place), text);
export const openWords = ({ vault }: Tools, place: Omit<Place, 'unit'>, sealed?: Uint8Array): string | undefined =>
  sealed && String(vault.openPersonal(context(place), sealed));

/** The attributes of an objection: those that are not there are left out. */
export const objectionValue = ({ earlier, ...objection }: Objection): Attributes => ({
  ...Object.fromEntries(Object.entries(objection).filter(([, value]) => value !== undefined)),
  ...(earlier && { earlier: earlier.map(objectionValue) }),
});

/** What a new objection keeps of the one before it and of those before that. */
export function earlierThan(before: Objection | undefined): readonly Objection[] | undefined {
  if (!before) return undefined;
  const { earlier, ...last } = before;
  return last.receipt === undefined ? earlier : [...(earlier ?? []), last];
}

/**
 * In public, not yet due, and not objected to before, unless by a stranger and now by the person or the guardian, or
 * recorded anew since.
 */
export function mayObject(
  { state, dueAt = 0, objection }: { state: string; dueAt?: number; objection?: Objection },
  by: Objector,
  now: number,
): boolean {
  const isAnew = objection?.decision === 'returned' || (objection?.by === 'public' && by !== 'public');
  const hasSay = objection === undefined || isAnew;
  return state === 'published' && dueAt > now && hasSay;
}
