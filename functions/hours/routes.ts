import { hours } from '../../shared/contracts/hours.ts';
import { bind } from '../platform/http/story.ts';
import { amendRecord } from './amend.ts';
import { approveShift } from './approve.ts';
import { confirmShift } from './confirm.ts';
import { followMyRecord } from './follow-record.ts';
import { listApprovals, listMyRecords, listPublicity, listShifts, showOneShift } from './lists.ts';
import { putPhoto, showPhoto } from './photo.ts';
import { recordShift } from './record-shift.ts';
import { sendBack } from './send-back.ts';
import { showMyWaiting } from './show-waiting.ts';
import { undoApproval } from './undo-approval.ts';

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
