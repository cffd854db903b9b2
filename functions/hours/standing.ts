/** Whom a record waits for, since when, and how late that is. */
import type { CalendarOverrides } from '../../shared/rules/calendar.ts';
import { latenessOf } from '../../shared/rules/lateness.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { ServiceRecord } from './rows.ts';

export type WaitsFor = 'leader' | 'approver' | 'second_approver' | 'publicity' | 'objection';

export function waitOf(record: ServiceRecord): { for: WaitsFor; since: number } | undefined {
  switch (record.state) {
    case 'recorded':
      return { for: 'leader', since: record.recordedAt };
    case 'sent_back':
      return { for: 'leader', since: record.sentBackAt ?? record.recordedAt };
    case 'confirmed':
      return record.firstApprovedBy === undefined
        ? { for: 'approver', since: record.confirmedAt ?? record.recordedAt }
        : { for: 'second_approver', since: record.firstApprovedAt ?? record.recordedAt };
    case 'published':
      return { for: 'publicity', since: record.approvedAt ?? record.recordedAt };
    case 'objected':
      return { for: 'objection', since: record.objection?.at ?? record.recordedAt };
    default:
      return undefined;
  }
}

/** Asked about at the step where the record stands now: the step's number is the record's `rev`. */
export const isAsked = ({ asked, rev }: ServiceRecord) => asked?.rev === rev;

export function standingOf(record: ServiceRecord, settings: Settings, calendar: CalendarOverrides, now: number) {
  const wait = waitOf(record);
  return {
    waitsFor: wait?.for,
    since: wait && new Date(wait.since).toISOString(),
    late: latenessOf({ ended: record.to, waitsFor: wait?.for, now }, settings, calendar),
    asked: isAsked(record) || undefined,
  };
}
