import * as z from 'zod';
import { activityShift, participation, rows } from './activities-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, instant, points, words } from './shapes.ts';

const shiftParams = () => z.object({ shift: id() });
const phase = () => z.enum(['in', 'out']).describe('签到或签退');
const volunteers = () => z.array(id()).min(1).max(90);
const session = () =>
  activityShift().extend({
    people: z.array(participation().extend({ person: z.string().describe('姓名'), number: z.string() })),
    headCounts: z.object({ start: z.number().int().optional(), end: z.number().int().optional() }),
    helper: id().optional().describe('借到签到权的学生'),
    mayLead: z.boolean().describe('领队；借到签到权的学生只能签到、签退'),
    opensAt: instant().describe('从什么时候起可以签到'),
    leavesUntil: instant().describe('到什么时候为止可以签退'),
    excuseUntil: instant().describe('到什么时候为止可以说明缺席的原因'),
    goodwillPoints: points().describe('现在取消这一场，已经签到的每人可得的心意积分'),
  });

export const attendance = defineRoutes({
  'GET /api/unsettled-shifts': {
    summary: '本队已经结束、还等领队办完的场次：没有生成服务记录，或纸质名单还能补；早的在前',
    allow: ['leader'],
    answer: () => z.object({ items: z.array(activityShift()) }),
    problems: [],
  },
  'GET /api/activity-shifts/{shift}': {
    summary: '一场活动的签到屏：谁该来，谁到了，谁走了',
    allow: ['leader', 'volunteer'],
    opens: 'list',
    params: shiftParams,
    answer: session,
    problems: ['not_found'],
  },
  'GET /api/activity-shifts/{shift}/codes': {
    summary: '现场的签到码：每 15 秒一个，一次取 10 分钟的',
    allow: ['leader', 'volunteer'],
    params: shiftParams,
    query: () => z.object({ phase: phase() }),
    answer: () =>
      z.object({
        now: instant().describe('服务器的时刻：屏幕按它换码'),
        items: z.array(z.object({ from: instant(), code: z.string(), digits: z.string() })),
      }),
    problems: ['not_found', 'shift_cancelled', 'attendance_closed'],
  },
  'POST /api/activity-shifts/{shift}/attendance': {
    summary: '领队或借到签到权的学生扫卡、点名：签到、签退、撤回、补纸质名单（逐人给出结果）',
    allow: ['leader', 'volunteer'],
    write: 'derived',
    params: shiftParams,
    body: () =>
      z.object({
        what: z.enum(['in', 'out', 'take_back', 'paper']),
        means: z.enum(['scan', 'tick']),
        at: instant().optional().describe('没有网络时记下的时刻，补交时填'),
        walkIn: z.boolean().optional().describe('没有报名，当场参加（签到，或补纸质名单）'),
        volunteers: volunteers(),
      }),
    answer: rows,
    problems: ['not_found'],
  },
  'POST /api/me/attendance': {
    summary: '本人扫现场的码，或输入六位数字：签到、签退',
    allow: ['volunteer'],
    write: 'guarded',
    body: () =>
      z.union([
        z.object({
          code: z.string().max(200),
          scannedAt: instant().optional().describe('没有网络时扫的：手机上的时刻，补交时填'),
        }),
        z.object({ shift: id(), phase: phase(), digits: z.string().regex(/^\d{6}$/) }),
      ]),
    answer: participation,
    problems: [
      'code_wrong',
      'code_outdated',
      'code_tries_paused',
      'consent_missing',
      'not_signed_up',
      'not_checked_in',
      'sign_up_not_open',
      'attendance_closed',
      'shift_cancelled',
    ],
  },
  'PUT /api/activity-shifts/{shift}/head-counts': {
    summary: '清点人数：开始时、结束时',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () =>
      z.object({
        start: z.number().int().min(0).max(999).optional(),
        end: z.number().int().min(0).max(999).optional(),
      }),
    answer: activityShift,
    problems: ['not_found'],
  },
  'PUT /api/activity-shifts/{shift}/helper': {
    summary: '把这一场的签到权借给一名学生，或收回；改时长的权不借',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteer: id().optional() }),
    answer: activityShift,
    problems: ['not_found', 'not_signed_up'],
  },
  'POST /api/activity-shifts/{shift}/departures': {
    summary: '领队决定忘了签退的人什么时候走的；之前不计时长（逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: volunteers(), at: instant() }),
    answer: rows,
    problems: ['not_found'],
  },
  'POST /api/activity-shifts/{shift}/excuses': {
    summary: '记为有原因的缺席（逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: volunteers(), reason: words(100) }),
    answer: rows,
    problems: ['not_found'],
  },
  'POST /api/activity-shifts/{shift}/records': {
    summary: '把签到、签退变成服务记录，之后照常确认、审核、公示（逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({}),
    answer: rows,
    problems: ['not_found', 'shift_not_ended', 'shift_too_old', 'shift_cancelled'],
  },
});
