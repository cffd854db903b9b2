/** The door of hours: its capability, and what the clock and the streams call. */
export { riskLevelHigh } from './admit.ts';
export { certificateAsked, certificateHappenings, countCertificates } from './certificates/happened.ts';
export { certificatesToMark, markCertificates } from './certificates/mark.ts';
export { type Paper, readPaper } from './certificates/paper.ts';
export { readCertificate } from './certificates/read.ts';
export { certificatesOfPerson } from './certificates/show.ts';
export { childrenIn } from './children.ts';
export { classObjectionChanged, classObjectionHappenings, unitObjectedTo } from './class-objections.ts';
export { planCorrection, readFinalRecord } from './correct.ts';
export { residentRatingWrites } from './felt.ts';
export { finaliseDue } from './finalise.ts';
export { type Attendance, planAttendance } from './from-attendance.ts';
export { countWaiting, placeOfShift, queueGrown, recordHappenings } from './happened.ts';
export { clashes, joinTimes, partTimes, type ServedOf, servedOf } from './merge-times.ts';
export { meritHappenings } from './merit-rows.ts';
export { meritsOfPerson } from './merits.ts';
export { planShift, recorderOf } from './plan-shift.ts';
export { readWholeShift, type WholeShift } from './read-whole-shift.ts';
export { type ListedRecord, recordsBelow } from './records-below.ts';
export { recordsOfPerson } from './records-of.ts';
export { consentChanged, refreshPerson } from './refresh-person.ts';
export { refreshShift, shiftToRefresh } from './refresh-shift.ts';
export { listForReview, readRefutedRecord } from './review.ts';
export {
  anomaliesCapability,
  certificatesCapability,
  hoursCapability,
  hoursFollowCapability,
  lateCapability,
  meritsCapability,
  objectionsCapability,
  ratingsCapability,
  weekSheetsCapability,
} from './routes.ts';
