/** Notes on a shift of who took part and could not be recorded, because a consent was missing then. */
import type { Item, Target, Write } from '../platform/store/port.ts';
import type { Participant } from './admit.ts';
import { recordsOf, type ServiceRecord, version } from './rows.ts';

export interface LateNote {
  readonly volunteer: string;
  readonly from?: string;
  readonly to?: string;
  /** What the record would have been. */
  readonly grade: 'C' | 'D';
  readonly recordedBy: string;
  readonly recordedAt: number;
  readonly addedAt?: number;
}

const prefix = 'LATE#';
const lateAt = (district: string, shift: string, volunteer: string): Target => ({
  table: 'Service',
  key: { pk: recordsOf(district, shift).pk, sk: `${prefix}${volunteer}` },
});
export const lateNotesOf = (district: string, shift: string) => ({
  table: 'Service' as const,
  pk: recordsOf(district, shift).pk,
  sk: { prefix },
});
export const lateNoteOf = (item: Item): LateNote => item as unknown as LateNote;

/** Ride with the new shift: one for each of those who were left out for want of a consent. */
export function lateWrites(
  { district, id }: { readonly district: string; readonly id: string },
  participants: readonly Participant[],
  leftOut: readonly { readonly id: string; readonly outcome: string }[],
  known: Pick<LateNote, 'grade'> & Pick<ServiceRecord, 'recordedBy' | 'recordedAt'>,
): Write[] {
  const missing = new Set(leftOut.filter(({ outcome }) => outcome === 'consent_missing').map((row) => row.id));
  return participants
    .filter(({ volunteer }) => missing.has(volunteer))
    .map(({ volunteer, from, to }) => ({
      ...lateAt(district, id, volunteer),
      put: {
        v: version,
        volunteer,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        grade: known.grade,
        recordedBy: known.recordedBy,
        recordedAt: known.recordedAt,
      },
    }));
}

/** A note is used once. */
export const addedWrite = (district: string, shift: string, volunteer: string, by: string, at: number): Write => ({
  ...lateAt(district, shift, volunteer),
  update: { set: { addedAt: at, addedBy: by } },
  when: [
    ['pk', 'present'],
    ['addedAt', 'absent'],
  ],
  or: 'lost_race',
});
