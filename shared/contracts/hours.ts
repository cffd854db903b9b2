import * as z from 'zod';
import {
  followedRecord,
  namedRecord,
  ownRecord,
  publicShift,
  queuedShift,
  record,
  shift,
  shiftSaid,
  waiting,
} from './hours-shapes.ts';
import { defineRoutes } from './route.ts';
import {
  areDistinct,
  base64Length,
  fileOf,
  id,
  instant,
  pageOf,
  pageQuery,
  picture,
  rowResult,
  words,
} from './shapes.ts';

export type { RecordState } from './hours-shapes.ts';

const shiftParams = () => z.object({ shift: id() });
const chosen = () => z.array(id()).min(1).max(90).optional().describe('不填为全部');
const bulkAnswer = () => z.object({ items: z.array(rowResult()) });
const times = () => ({ from: instant(), to: instant() });

const photoTypes = ['image/jpeg', 'image/webp'] as const;
const photoBytesMax = 1_500_000;

export const hours = defineRoutes({
  'POST /api/shifts': {
    summary: '领队登记一场服务和参加人',
    allow: ['leader'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        ...shiftSaid(),
        ...times(),
        participants: z
          .array(z.object({ volunteer: id(), from: instant().optional(), to: instant().optional() }))
          .min(1)
          .max(90)
          .refine(
            (all) => areDistinct(all.map(({ volunteer }) => volunteer)),
            '同一个人填了两次；分两段做的，请登记成两场',
          )
          .describe('参加人；时间不填为整场'),
      }),
    answer: () =>
      z.object({
        shift: shift(),
        leftOut: z.array(rowResult()).describe('没有登记的人和原因'),
      }),
    problems: [
      'shift_not_ended',
      'shift_too_old',
      'nobody_admissible',
      'insurance_missing',
      'preparation_too_long',
      'make_up_reason_missing',
      'make_up_share_reached',
    ],
  },
  'GET /api/shifts': {
    summary: '服务队的场次，最近的在前',
    allow: ['leader', 'unit_admin', 'approver', 'district_admin'],
    query: () => z.object({ team: id(), ...pageQuery() }),
    answer: () => pageOf(shift()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/shifts/{shift}': {
    summary: '一场服务和每个参加人的记录',
    allow: ['leader', 'unit_admin', 'approver', 'district_admin'],
    opens: 'list',
    params: shiftParams,
    answer: () => z.object({ shift: shift(), records: z.array(namedRecord()) }),
    problems: ['not_found'],
  },
  'PUT /api/shifts/{shift}/records/{volunteer}': {
    summary: '修改一条还没有确认、或被退回的记录的时间',
    allow: ['leader'],
    write: 'guarded',
    params: () => z.object({ shift: id(), volunteer: id() }),
    body: () => z.object(times()),
    answer: record,
    problems: ['not_found', 'record_not_open', 'shift_not_ended', 'time_outside_shift', 'time_beyond_attendance'],
  },
  'PUT /api/shifts/{shift}/photo': {
    summary: '附上纸质签到表的照片（至多一张，审核前可以换）',
    allow: ['leader'],
    write: 'guarded',
    params: shiftParams,
    bodyBytesMax: base64Length(photoBytesMax) + 1024,
    body: () => picture(photoTypes, photoBytesMax),
    answer: shift,
    problems: ['not_found', 'record_not_open'],
  },
  'GET /api/shifts/{shift}/photo': {
    summary: '纸质签到表的照片',
    allow: ['leader', 'unit_admin', 'approver', 'district_admin'],
    params: shiftParams,
    file: { types: photoTypes },
    answer: () => fileOf(photoTypes),
    problems: ['not_found'],
  },
  'POST /api/shifts/{shift}/confirmation': {
    summary: '领队确认时长（整班一次，逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: chosen() }),
    answer: bulkAnswer,
    problems: ['not_found', 'right_suspended'],
  },
  'POST /api/shifts/{shift}/approval': {
    summary: '另一人审核，开始公示（整班一次，逐人给出结果）',
    allow: ['approver', 'unit_admin', 'district_admin'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: chosen() }),
    answer: bulkAnswer,
    problems: ['not_found', 'self_approval', 'right_suspended'],
  },
  'POST /api/shifts/{shift}/approval/undo': {
    summary: '撤销刚才的审核：十分钟内、生效前，由审核人本人（逐人给出结果）',
    allow: ['approver', 'unit_admin', 'district_admin'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: chosen() }),
    answer: bulkAnswer,
    problems: ['not_found'],
  },
  'POST /api/shifts/{shift}/return': {
    summary: '退回记录并说明原因',
    allow: ['leader', 'approver', 'unit_admin', 'district_admin'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: chosen(), reason: words(200) }),
    answer: bulkAnswer,
    problems: ['not_found'],
  },
  'GET /api/approvals': {
    summary: '等待审核的场次，最早到期的在前',
    allow: ['approver', 'unit_admin', 'district_admin'],
    query: () => z.object({ unit: id(), ...pageQuery() }),
    answer: () => pageOf(queuedShift()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/me/records': {
    summary: '我的服务记录，最近的在前',
    allow: ['volunteer', 'guardian'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(ownRecord()),
    problems: ['cursor_invalid'],
  },
  'GET /api/me/records/{shift}': {
    summary: '我的一条服务记录，和它走到了哪一步',
    allow: ['volunteer', 'guardian'],
    params: shiftParams,
    answer: followedRecord,
    problems: ['not_found'],
  },
  'GET /api/me/waiting': {
    summary: '一年以来还没有生效的时长和积分，和冻结在没有领取的兑换单里的积分',
    allow: ['volunteer', 'guardian'],
    answer: waiting,
    problems: [],
  },
  'GET /api/publicity/{school}': {
    summary: '公示名单（姓名已遮盖；年龄还小或不同意公示姓名的，只计人数）',
    allow: 'anyone',
    params: () =>
      z.object({
        school: z
          .string()
          .regex(/^\d{6}$/)
          .describe('学校代码'),
      }),
    query: () => z.object(pageQuery()),
    answer: () => pageOf(publicShift()),
    problems: ['not_found', 'cursor_invalid'],
  },
});
