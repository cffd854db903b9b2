import * as z from 'zod';
import { activityShift, participation, rows, withdrawReasons } from './activities-shapes.ts';
import { defineRoutes } from './route.ts';
import { day, id, pageOf, pageQuery } from './shapes.ts';

const shiftParams = () => z.object({ shift: id() });
const role = () => z.number().int().min(0).max(5).default(0).describe('第几个角色，从 0 数');
const named = () => z.array(id()).min(1).max(90);
const joining = [
  'not_found',
  'consent_missing',
  'too_young_for_risk',
  'age_not_met',
  'grade_not_met',
  'qualification_missing',
  'guardian_must_come',
  'sign_up_paused',
  'sign_up_closed',
  'shift_cancelled',
  'sign_up_overlap',
  'sign_up_not_open',
] as const;

export const signUps = defineRoutes({
  'GET /api/open-shifts': {
    summary: '我能报名的活动场次：从某一天起的一周，场次太多时天数少些，只列符合条件的',
    allow: ['volunteer', 'guardian'],
    query: () => z.object({ from: day().optional() }),
    answer: () =>
      z.object({
        items: z.array(activityShift().extend({ mine: participation().optional() })),
        later: day().optional().describe('接下去从哪天起'),
      }),
    problems: [],
  },
  'GET /api/open-shifts/{shift}': {
    summary: '一场活动和我的报名',
    allow: ['volunteer', 'guardian'],
    params: shiftParams,
    answer: () =>
      activityShift().extend({
        mine: participation().optional(),
        mayCheckIn: z.boolean().describe('领队把这一场的签到权借给了我'),
      }),
    problems: ['not_found'],
  },
  'GET /api/me/sign-ups': {
    summary: '我的报名，最近的在前',
    allow: ['volunteer', 'guardian'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(participation()).extend({ absences: z.number().int().describe('本学年无故缺席的次数') }),
    problems: ['cursor_invalid'],
  },
  'GET /api/me/qualifications': {
    summary: '我有的技能和资格，有的活动报名要先有',
    allow: ['volunteer', 'guardian'],
    answer: () => z.object({ items: z.array(z.string()) }),
    problems: [],
  },
  'POST /api/open-shifts/{shift}/sign-up': {
    summary: '报名；名额满了就候补',
    allow: ['volunteer', 'guardian'],
    write: 'guarded',
    params: shiftParams,
    body: () => z.object({ role: role() }),
    answer: participation,
    problems: joining,
  },
  'POST /api/open-shifts/{shift}/acceptance': {
    summary: '轮到候补：确认参加',
    allow: ['volunteer', 'guardian'],
    write: 'guarded',
    params: shiftParams,
    body: () => z.object({}),
    answer: participation,
    problems: ['not_signed_up', 'sign_up_not_open', 'sign_up_overlap', 'shift_cancelled'],
  },
  'POST /api/open-shifts/{shift}/withdrawal': {
    summary: '退出报名；快要开始时要说明原因，此前说了也不记',
    allow: ['volunteer', 'guardian'],
    write: 'guarded',
    params: shiftParams,
    body: () => z.object({ reason: z.enum(withdrawReasons).optional() }),
    answer: participation,
    problems: ['not_signed_up', 'sign_up_not_open', 'sign_up_closed', 'cancel_reason_missing'],
  },
  'POST /api/activity-shifts/{shift}/sign-ups': {
    summary: '领队按名单替没有手机的学生报名（逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: named(), role: role() }),
    answer: rows,
    problems: ['not_found'],
  },
  'POST /api/activity-shifts/{shift}/requests': {
    summary: '领队同意或不同意要他点头的报名（逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: named(), decision: z.enum(['admit', 'decline']) }),
    answer: rows,
    problems: ['not_found'],
  },
});
