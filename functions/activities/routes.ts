import { activities } from '../../shared/contracts/activities.ts';
import { attendance } from '../../shared/contracts/attendance.ts';
import { feedback } from '../../shared/contracts/feedback.ts';
import { signUps } from '../../shared/contracts/sign-ups.ts';
import { bind } from '../platform/http/story.ts';
import { noteAttendance } from './attend.ts';
import { cancelShift, changeShift } from './change-shift.ts';
import { lookAtFeedback, sayFeedback, showFeedback } from './feedback.ts';
import { listActivities, listShifts } from './lists.ts';
import { showMyQualifications } from './my-qualifications.ts';
import { listMySignUps, listOpenShifts, showOpenShift } from './open-shifts.ts';
import { copyActivity, publishActivity } from './publish.ts';
import { qualify } from './qualify.ts';
import { scanCode } from './scan.ts';
import { countHeads, lendRight, showCodes, showSession } from './session.ts';
import { decideDepartures, excuseAbsences, makeRecords } from './settle.ts';
import { accept, signUp, withdraw } from './sign-up.ts';
import { answerRequests, signUpList } from './sign-up-list.ts';
import { listUnsettled } from './unsettled.ts';

export const activitiesCapability = bind(activities, {
  'POST /api/activities': publishActivity,
  'POST /api/activities/{activity}/copies': copyActivity,
  'GET /api/activities': listActivities,
  'GET /api/activity-shifts': listShifts,
  'PUT /api/activity-shifts/{shift}': changeShift,
  'POST /api/activity-shifts/{shift}/cancellation': cancelShift,
  'POST /api/qualifications': qualify,
});

export const signUpsCapability = bind(signUps, {
  'GET /api/open-shifts': listOpenShifts,
  'GET /api/open-shifts/{shift}': showOpenShift,
  'GET /api/me/sign-ups': listMySignUps,
  'GET /api/me/qualifications': showMyQualifications,
  'POST /api/open-shifts/{shift}/sign-up': signUp,
  'POST /api/open-shifts/{shift}/acceptance': accept,
  'POST /api/open-shifts/{shift}/withdrawal': withdraw,
  'POST /api/activity-shifts/{shift}/sign-ups': signUpList,
  'POST /api/activity-shifts/{shift}/requests': answerRequests,
});

export const attendanceCapability = bind(attendance, {
  'GET /api/unsettled-shifts': listUnsettled,
  'GET /api/activity-shifts/{shift}': showSession,
  'GET /api/activity-shifts/{shift}/codes': showCodes,
  'POST /api/activity-shifts/{shift}/attendance': noteAttendance,
  'POST /api/me/attendance': scanCode,
  'PUT /api/activity-shifts/{shift}/head-counts': countHeads,
  'PUT /api/activity-shifts/{shift}/helper': lendRight,
  'POST /api/activity-shifts/{shift}/departures': decideDepartures,
  'POST /api/activity-shifts/{shift}/excuses': excuseAbsences,
  'POST /api/activity-shifts/{shift}/records': makeRecords,
});

export const feedbackCapability = bind(feedback, {
  'GET /api/activity-shifts/{shift}/feedback': showFeedback,
  'GET /api/feedback/{token}': lookAtFeedback,
  'POST /api/feedback/{token}': sayFeedback,
});
