import { anomalies } from '../../shared/contracts/anomalies.ts';
import { certificates } from '../../shared/contracts/certificates.ts';
import { hours } from '../../shared/contracts/hours.ts';
import { hoursFollow } from '../../shared/contracts/hours-follow.ts';
import { lateRecords } from '../../shared/contracts/late-records.ts';
import { merits } from '../../shared/contracts/merits.ts';
import { objections } from '../../shared/contracts/objections.ts';
import { ratings } from '../../shared/contracts/ratings.ts';
import { weekSheets } from '../../shared/contracts/week-sheets.ts';
import { bind } from '../platform/http/story.ts';
import { addLate, listLate } from './add-later.ts';
import { amendRecord } from './amend.ts';
import { closeAnomaly, listAnomalies } from './anomalies.ts';
import { approveShift } from './approve.ts';
import { askAbout } from './ask-about.ts';
import { askFor, askForMine, listIssuers, listMyIssuers } from './certificates/ask-for.ts';
import { decideCertificate } from './certificates/decide.ts';
import { listCertificates, listMyCertificates, listQueue, showForReview } from './certificates/show.ts';
import { verifyCertificate } from './certificates/verify.ts';
import { decideClassObjection } from './class-objections.ts';
import { confirmShift } from './confirm.ts';
import { decideObjection } from './decide-objection.ts';
import { followMyRecord } from './follow-record.ts';
import { listObjections } from './list-objections.ts';
import { listApprovals, listMyRecords, listPublicity, listShifts, showOneShift } from './lists.ts';
import { addMerits, listMyMerits } from './merits.ts';
import { objectInPublic, objectToMine } from './object.ts';
import { showObjectionReceipt } from './objection-receipt.ts';
import { putPhoto, showPhoto } from './photo.ts';
import { showPublicityLink } from './publicity-link.ts';
import { rateParticipants } from './rate.ts';
import { recordShift } from './record-shift.ts';
import { listMerits, withdrawMerit } from './registered-merits.ts';
import { sendBack } from './send-back.ts';
import { showMyWaiting } from './show-waiting.ts';
import { undoApproval } from './undo-approval.ts';
import { saveWeekSheet } from './week-sheet.ts';

export const hoursFollowCapability = bind(hoursFollow, { 'POST /api/me/records/{shift}/ask': askAbout });

export const objectionsCapability = bind(objections, {
  'POST /api/me/records/{shift}/objection': objectToMine,
  'GET /api/publicity-link': showPublicityLink,
  'POST /api/publicity/{school}/objections': objectInPublic,
  'GET /api/objection-receipts/{receipt}': showObjectionReceipt,
  'GET /api/objections': listObjections,
  'POST /api/shifts/{shift}/objections/{volunteer}': decideObjection,
  'POST /api/shifts/{shift}/class-objections/{objection}': decideClassObjection,
});

export const weekSheetsCapability = bind(weekSheets, { 'POST /api/week-sheets': saveWeekSheet });

export const ratingsCapability = bind(ratings, { 'PUT /api/shifts/{shift}/ratings': rateParticipants });

export const meritsCapability = bind(merits, {
  'POST /api/merits': addMerits,
  'GET /api/me/merits': listMyMerits,
  'GET /api/volunteers/{volunteer}/merits': listMerits,
  'POST /api/volunteers/{volunteer}/merits/{merit}/withdrawal': withdrawMerit,
});

export const certificatesCapability = bind(certificates, {
  'GET /api/me/certificates': listMyCertificates,
  'GET /api/me/certificates/issuers': listMyIssuers,
  'POST /api/me/certificates': askForMine,
  'GET /api/volunteers/{volunteer}/certificates': listCertificates,
  'GET /api/volunteers/{volunteer}/certificates/issuers': listIssuers,
  'POST /api/volunteers/{volunteer}/certificates': askFor,
  'GET /api/certificates': listQueue,
  'GET /api/volunteers/{volunteer}/certificates/{certificate}': showForReview,
  'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision': decideCertificate,
  'GET /api/certificates/{number}': verifyCertificate,
});

export const anomaliesCapability = bind(anomalies, {
  'GET /api/anomalies': listAnomalies,
  'POST /api/anomalies/{anomaly}/closure': closeAnomaly,
});

export const lateCapability = bind(lateRecords, {
  'GET /api/shifts/{shift}/late-records': listLate,
  'POST /api/shifts/{shift}/late-records': addLate,
});

export const hoursCapability = bind(hours, {
  'POST /api/shifts': recordShift,
  'GET /api/shifts': listShifts,
  'GET /api/shifts/{shift}': showOneShift,
  'PUT /api/shifts/{shift}/records/{volunteer}': amendRecord,
  'PUT /api/shifts/{shift}/photo': putPhoto,
  'GET /api/shifts/{shift}/photo': showPhoto,
  'POST /api/shifts/{shift}/confirmation': confirmShift,
  'POST /api/shifts/{shift}/approval': approveShift,
  'POST /api/shifts/{shift}/approval/undo': undoApproval,
  'POST /api/shifts/{shift}/return': sendBack,
  'GET /api/approvals': listApprovals,
  'GET /api/me/records': listMyRecords,
  'GET /api/me/records/{shift}': followMyRecord,
  'GET /api/me/waiting': showMyWaiting,
  'GET /api/publicity/{school}': listPublicity,
});
