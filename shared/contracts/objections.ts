import * as z from 'zod';
import { objectionDecisions, objectionReasons } from '../rules/objections.ts';
import { record, recordStates } from './hours-shapes.ts';
import { defineRoutes } from './route.ts';
import { day, id, instant, pageOf, pageQuery, words } from './shapes.ts';

const said = () => ({
  reason: z.enum(objectionReasons).describe('没有参加、时间不对、不是这个人、其他'),
  text: words(200).optional().describe('补充说明'),
});
const decides = ['approver', 'unit_admin', 'district_admin'] as const;

export const objections = defineRoutes({
  'POST /api/me/records/{shift}/objection': {
    summary: '公示期内对自己或孩子的一条记录提出异议',
    allow: ['volunteer', 'guardian'],
    write: 'derived',
    params: () => z.object({ shift: id() }),
    body: () => z.object(said()),
    answer: () => z.object({ state: z.enum(recordStates) }),
    problems: ['not_found', 'record_not_open'],
  },
  'GET /api/publicity-link': {
    summary: '学校公示名单的链接：有它的人不用登录就能提出异议',
    allow: decides,
    query: () => z.object({ unit: id() }),
    answer: () => z.object({ school: z.string().describe('学校代码'), link: z.string(), until: day() }),
    problems: ['not_found'],
  },
  'POST /api/publicity/{school}/objections': {
    summary: '凭学校的公示链接提出异议，不用登录',
    allow: 'anyone',
    write: 'keyless',
    params: () => z.object({ school: z.string().regex(/^\d{6}$/) }),
    body: () =>
      z
        .object({
          link: z.string().max(60),
          shift: id(),
          person: z.string().max(30).optional().describe('公示名单上这个人的 ref'),
          class: words(40).optional().describe('公示名单上只计人数的班级，照名单上写的'),
          ...said(),
        })
        .refine(({ person, class: label }) => (person === undefined) !== (label === undefined), '要么说人，要么说班级'),
    answer: () =>
      z.object({
        state: z.enum(recordStates).optional().describe('记录现在的状态；说的是一个班的没有'),
        receipt: z.string().optional().describe('回执：凭它看处理结果，不含个人信息；旧版本收下的异议没有'),
      }),
    problems: ['not_found', 'record_not_open', 'objection_link_invalid', 'objections_paused'],
  },
  'GET /api/objection-receipts/{receipt}': {
    summary: '凭回执看一条异议的处理结果，不用登录：处理了没有、怎么定的、答复和处理人',
    allow: 'anyone',
    params: () => z.object({ receipt: z.string().max(120) }),
    answer: () =>
      z.object({
        name: z.string().describe('哪场服务'),
        day: day().describe('服务那天'),
        class: z.string().optional().describe('说的是哪个班的合计；说一个人的没有'),
        reason: z.enum(objectionReasons),
        at: instant().describe('什么时候提出的'),
        decision: z.enum(objectionDecisions).optional().describe('还没有处理的没有'),
        answer: z.string().optional(),
        decider: z.string().optional().describe('处理人'),
        decidedAt: instant().optional(),
      }),
    problems: ['not_found', 'objection_receipts_paused'],
  },
  'GET /api/objections': {
    summary: '等待处理的异议，最早的在前',
    allow: decides,
    query: () => z.object({ unit: id(), ...pageQuery() }),
    answer: () =>
      pageOf(
        record().extend({
          person: z.string(),
          name: z.string(),
          place: z.string(),
          objection: z.object({
            by: z.enum(['volunteer', 'guardian', 'public']),
            reason: z.enum(objectionReasons),
            text: z.string().optional(),
            at: instant(),
          }),
        }),
      ).extend({
        classes: z
          .array(
            z.object({
              id: id(),
              shift: id(),
              class: z.string(),
              name: z.string().describe('哪场服务'),
              day: day(),
              objection: z.object({ ...said(), at: instant() }),
            }),
          )
          .describe('说的是一个班的合计、不是一个人的：不冻结任何记录'),
      }),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/shifts/{shift}/objections/{volunteer}': {
    summary: '对一条异议作出决定并答复：成立则记录不算，或退回领队改时间；不成立则继续公示',
    allow: decides,
    write: 'derived',
    params: () => z.object({ shift: id(), volunteer: id() }),
    body: () => z.object({ decision: z.enum(objectionDecisions), answer: words(200).describe('答复') }),
    answer: () => z.object({ state: z.enum(recordStates) }),
    problems: ['not_found', 'record_not_open', 'record_summed', 'self_approval', 'relative_hours', 'right_suspended'],
  },
  'POST /api/shifts/{shift}/class-objections/{objection}': {
    summary: '对一条关于班级合计的异议作出决定并答复；记录不因此改变，要改的另行更正',
    allow: decides,
    write: 'derived',
    params: () => z.object({ shift: id(), objection: id() }),
    body: () => z.object({ decision: z.enum(['upheld', 'dismissed']), answer: words(200).describe('答复') }),
    answer: () => z.object({ decision: z.enum(['upheld', 'dismissed']) }),
    problems: ['not_found', 'record_not_open', 'self_approval', 'relative_hours', 'right_suspended'],
  },
});
