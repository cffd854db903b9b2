import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id, instant, minutes, pageOf, pageQuery, points, rowResult, words } from './shapes.ts';

/**
 * recorded → confirmed (leader) → published (another person of the unit) → final (the clock, after publicity).
 * From recorded and confirmed it can be sent back; a sent_back record is amended and becomes recorded again.
 */
export const recordStates = ['recorded', 'confirmed', 'published', 'final', 'sent_back'] as const;
export type RecordState = (typeof recordStates)[number];

const record = () =>
  z.object({
    shift: id(),
    volunteer: id(),
    state: z.enum(recordStates),
    from: instant(),
    to: instant(),
    grade: z.enum(['A', 'B', 'C', 'D']).describe('证据等级'),
    credit: z.enum(['hours', 'stamp']).describe('时长，或低龄的参与印章'),
    minutes: minutes().describe('计入的分钟'),
    points: points().optional().describe('审核时定下的积分'),
    dueAt: instant().optional().describe('公示到何时生效'),
    provisional: z.boolean().optional().describe('生效日经过尚未公布节假日的年份，可能变动'),
    reason: z.string().optional().describe('退回的原因'),
  });
const shift = () =>
  z.object({
    id: id(),
    team: id(),
    unit: id(),
    name: z.string(),
    place: z.string(),
    content: z.string(),
    category: z.string(),
    risk: z.string(),
    contact: z.string(),
    from: instant(),
    to: instant(),
    counts: z.partialRecord(z.enum(recordStates), z.number().int()),
  });
const shiftParams = () => z.object({ shift: id() });
const chosen = () => z.array(id()).min(1).max(90).optional().describe('不填为全部');
const bulkAnswer = () => z.object({ items: z.array(rowResult()) });
const times = () => ({ from: instant(), to: instant() });

const categories = ['environment', 'promotion', 'order', 'care', 'other'] as const;

export const hours = defineRoutes({
  'POST /api/shifts': {
    summary: '领队登记一场服务和参加人',
    allow: ['leader'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        name: words(60),
        place: words(100),
        content: words(300),
        category: z.enum(categories).describe('环境保洁、政策宣讲、文明引导、爱心传递、其他'),
        risk: words(200).describe('风险提示'),
        contact: words(60).describe('现场联系人和电话'),
        ...times(),
        participants: z
          .array(z.object({ volunteer: id(), from: instant().optional(), to: instant().optional() }))
          .min(1)
          .max(90)
          .describe('参加人；时间不填为整场'),
      }),
    answer: () =>
      z.object({
        shift: shift(),
        leftOut: z.array(rowResult()).describe('没有登记的人和原因'),
      }),
    problems: ['shift_not_ended', 'shift_too_old', 'nobody_admissible'],
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
    params: shiftParams,
    answer: () => z.object({ shift: shift(), records: z.array(record().extend({ name: z.string() })) }),
    problems: ['not_found'],
  },
  'PUT /api/shifts/{shift}/records/{volunteer}': {
    summary: '修改一条还没有确认、或被退回的记录的时间',
    allow: ['leader'],
    write: 'guarded',
    params: () => z.object({ shift: id(), volunteer: id() }),
    body: () => z.object(times()),
    answer: record,
    problems: ['not_found', 'record_not_open', 'shift_not_ended'],
  },
  'POST /api/shifts/{shift}/confirmation': {
    summary: '领队确认时长（整班一次，逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: chosen() }),
    answer: bulkAnswer,
    problems: ['not_found'],
  },
  'POST /api/shifts/{shift}/approval': {
    summary: '另一人审核，开始公示（整班一次，逐人给出结果）',
    allow: ['approver', 'unit_admin', 'district_admin'],
    write: 'derived',
    params: shiftParams,
    body: () => z.object({ volunteers: chosen() }),
    answer: bulkAnswer,
    problems: ['not_found', 'self_approval'],
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
    answer: () => pageOf(shift().extend({ deadline: day() })),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/me/records': {
    summary: '我的服务记录，最近的在前',
    allow: ['volunteer'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(record().extend({ name: z.string(), place: z.string() })),
    problems: ['cursor_invalid'],
  },
  'GET /api/publicity/{school}': {
    summary: '公示名单（姓名已遮盖，不满 14 岁的只计人数）',
    allow: 'anyone',
    params: () =>
      z.object({
        school: z
          .string()
          .regex(/^\d{6}$/)
          .describe('学校代码'),
      }),
    query: () => z.object(pageQuery()),
    answer: () =>
      pageOf(
        z.object({
          name: z.string(),
          place: z.string(),
          day: day(),
          until: instant(),
          people: z.array(z.object({ name: z.string(), class: z.string(), minutes: minutes() })),
          classes: z.array(z.object({ class: z.string(), people: z.number().int(), minutes: minutes() })),
        }),
      ),
    problems: ['not_found', 'cursor_invalid'],
  },
});
