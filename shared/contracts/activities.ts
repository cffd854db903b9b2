import * as z from 'zod';
import {
  activity,
  activitySaid,
  activityShift,
  cancelReasons,
  hasTimes,
  interval,
  rows,
  times,
} from './activities-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, instant, pageOf, pageQuery, words } from './shapes.ts';

const shiftParams = () => z.object({ shift: id() });
const published = () => z.object({ activity: activity(), shifts: z.array(z.object({ id: id(), from: instant() })) });

export const activities = defineRoutes({
  'POST /api/activities': {
    summary: '领队发布活动：一场、几场，或整个学期的值班',
    allow: ['leader'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ ...activitySaid(), ...times() }).refine(hasTimes, '场次和值班填一种'),
    answer: published,
    problems: ['no_shifts', 'shifts_too_many', 'shift_started', 'insurance_missing', 'preparation_too_long'],
  },
  'POST /api/activities/{activity}/copies': {
    summary: '照上次的活动再发布一次，不带参加的人',
    allow: ['leader'],
    write: 'guarded',
    status: 201,
    params: () => z.object({ activity: id() }),
    body: () => z.object(times()).refine(hasTimes, '场次和值班填一种'),
    answer: published,
    problems: ['not_found', 'no_shifts', 'shifts_too_many', 'shift_started', 'preparation_too_long'],
  },
  'GET /api/activities': {
    summary: '服务队发布过的活动，最近的在前',
    allow: ['leader', 'unit_admin', 'approver', 'district_admin'],
    query: () => z.object({ team: id(), ...pageQuery() }),
    answer: () => pageOf(activity()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/activity-shifts': {
    summary: '服务队的活动场次：从某一时刻起，到某一时刻为止，早的在前',
    allow: ['leader', 'unit_admin', 'approver', 'district_admin'],
    query: () => z.object({ team: id(), from: instant().optional(), to: instant().optional(), ...pageQuery() }),
    answer: () => pageOf(activityShift()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'PUT /api/activity-shifts/{shift}': {
    summary: '改一场的地点、内容、时间或名额，不影响其他场次',
    allow: ['leader'],
    write: 'guarded',
    params: shiftParams,
    body: () =>
      z.object({
        place: words(100).optional(),
        content: words(300).optional(),
        contact: words(60).optional(),
        time: interval().optional(),
        places: z.array(z.number().int().min(0).max(500)).max(6).optional().describe('按角色的次序'),
      }),
    answer: activityShift,
    problems: ['not_found', 'shift_started', 'shift_cancelled', 'places_taken'],
  },
  'POST /api/activity-shifts/{shift}/cancellation': {
    summary: '取消一场：没有到场的人名额和时间都放开，并告诉本人和监护人；已经开始的，到此结束，到场的人照常登记',
    allow: ['leader', 'unit_admin', 'district_admin'],
    write: 'guarded',
    params: shiftParams,
    body: () => z.object({ reason: z.enum(cancelReasons), note: words(100).optional() }),
    answer: activityShift,
    problems: ['not_found', 'shift_started'],
  },
  'POST /api/qualifications': {
    summary: '记下谁有某项技能或参加过某项培训',
    allow: ['leader', 'unit_admin', 'district_admin'],
    write: 'derived',
    body: () => z.object({ name: words(20), volunteers: z.array(id()).min(1).max(90) }),
    answer: rows,
    problems: [],
  },
});
