/** Pages of activities: joining one, leading one, and what residents say of it. */
import { activitiesPage } from '../pages/activities/page.tsx';
import { activityPage } from '../pages/activity/page.tsx';
import { activityNewPage } from '../pages/activity-new/page.tsx';
import { attendancePage } from '../pages/attendance/page.tsx';
import { feedbackPage } from '../pages/feedback/page.tsx';
import { leaderActivitiesPage } from '../pages/leader-activities/page.tsx';
import { scanPage } from '../pages/scan/page.tsx';
import type { Places } from './place.ts';

export const activityPlaces: Places = [
  ['activities', '/me/activities', activitiesPage],
  ['activity', '/me/activities/:shift', activityPage],
  ['scan', '/scan', scanPage],
  ['leader-activities', '/leader/activities', leaderActivitiesPage],
  ['activity-new', '/leader/activities/new', activityNewPage],
  ['attendance', '/leader/activities/:shift', attendancePage],
  ['feedback', '/feedback/:token', feedbackPage],
];
