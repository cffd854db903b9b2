import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { creditOf } from '../../shared/rules/credit.ts';
import { pictureVersion } from '../platform/files/picture.ts';
import { iso } from '../platform/instant.ts';
import type { ServiceRecord, Shift } from './rows.ts';

type ShownShift = Answer<(typeof hours)['POST /api/shifts']>['shift'];
type ShownRecord = Answer<(typeof hours)['PUT /api/shifts/{shift}/records/{volunteer}']>;

export const showShift = ({ from, to, photo, reasons, ...shift }: Shift): ShownShift => ({
  ...shift,
  category: shift.category,
  from: iso(from),
  to: iso(to),
  reasons: reasons && [...reasons],
  asked: shift.asked || undefined,
  photo: photo && `/api/shifts/${shift.id}/photo?${pictureVersion(photo)}`,
});

export const showRating = ({ rating }: ServiceRecord) => rating && { quality: rating.quality, tags: [...rating.tags] };

export const showRecord = (record: ServiceRecord): ShownRecord => ({
  shift: record.shift,
  volunteer: record.volunteer,
  state: record.state,
  from: iso(record.from),
  to: iso(record.to),
  grade: record.grade,
  attended: record.attended && {
    in: iso(record.attended.from),
    inBy: record.attended.came,
    out: iso(record.attended.to),
    outBy: record.attended.left,
  },
  credit: record.credit,
  minutes: record.minutes,
  computed: creditOf(record).lines.map((line) => ({ ...line })),
  points: record.points,
  dueAt: record.dueAt === undefined ? undefined : iso(record.dueAt),
  provisional: record.provisional || undefined,
  reason: record.state === 'sent_back' ? record.reason : undefined,
});
