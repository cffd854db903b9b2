import * as z from 'zod';
import { itemKinds } from './rewards-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, instant, minutes } from './shapes.ts';

const count = () => z.number().int().min(0);
/** A number about few people would tell who they are. */
const publicCount = () => count().nullable().describe('涉及的人少于 5 时不公开');
/** What the public sees of a school's month, or of all its months that are shown: each number by itself. */
const publicFigures = () => ({
  served: served()
    .extend({ people: count().describe('服务了多少人，领队估计的') })
    .nullable(),
  late: publicCount().describe('过了审核期限才审核的人次'),
  grades: z
    .array(z.object({ grade: z.enum(grades), records: count() }))
    .nullable()
    .describe('证据等级；有一级不足 5 人时都不公开'),
  points: z.object({
    issued: z.number().int().nullable(),
    spent: z.number().int().nullable(),
    expired: z.number().int().nullable(),
  }),
  redemptions: z.array(z.object({ kind: z.enum(itemKinds), count: publicCount() })).describe('已领取，按种类'),
});
const grades = ['A', 'B', 'C', 'D'] as const;

/** What was served in a time; final records, in the month of the service. */
const served = () => z.object({ minutes: minutes(), records: count().describe('人次'), sessions: count() });

export const figures = defineRoutes({
  'GET /api/figures': {
    summary: '一个单位和它的下级单位的数字：队伍、志愿者、时长、星级、证据等级、待办',
    allow: ['district_admin', 'unit_admin', 'approver', 'auditor'],
    query: () => z.object({ unit: id() }),
    answer: () =>
      z.object({
        unit: id(),
        teams: count(),
        volunteers: z.object({
          online: count().describe('本人已设 PIN'),
          offline: count(),
        }),
        minutes: minutes().describe('已生效的服务分钟'),
        sessions: count().describe('有已生效记录的场次'),
        people: count().describe('服务了多少人，领队估计的，已生效的场次'),
        months: z
          .array(z.object({ month: z.string().describe('服务的月份，YYYY-MM'), minutes: minutes(), records: count() }))
          .describe('最近十二个月，最早的在前，已生效'),
        stars: z
          .array(
            z.object({
              level: z.number().int().min(0).max(5),
              volunteers: count().describe('时长达到的'),
              met: count().describe('评星的条件也都满足的'),
            }),
          )
          .describe('本学段的星级，按满小时计'),
        grades: z.array(z.object({ grade: z.enum(grades), records: count() })).describe('已生效记录的证据等级'),
        late: count().describe('过了审核期限还有记录待确认或待审核的场次'),
        waiting: z
          .object({
            recorded: count(),
            confirmed: count(),
            published: count(),
            objected: count().describe('等单位决定的异议：有异议的记录，和对班级合计的异议'),
            registrations: count().describe('等答复的自助登记'),
            requests: count().describe('等答复的更正请求'),
          })
          .describe('未生效的记录，和等单位答复的'),
        teamsTop: z.array(z.object({ team: id(), name: z.string(), minutes: minutes() })).max(10),
        units: z
          .array(z.object({ unit: id(), name: z.string(), teams: count(), volunteers: count(), minutes: minutes() }))
          .describe('直接下级单位，各含它的下级'),
        asOf: instant(),
      }),
    problems: ['not_found'],
  },
  'GET /api/figures/period': {
    summary: '一个月或一个学年的数字：一个单位和它的下级单位，或者一支服务队',
    allow: ['district_admin', 'unit_admin', 'approver', 'auditor'],
    query: () =>
      z.object({
        unit: id(),
        team: id().optional().describe('只看这一支服务队；没有积分和兑换的数字'),
        period: z
          .string()
          .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, '请填 2026-03（月）或 2025（9 月开始的学年）')
          .describe('YYYY-MM 是一个月，YYYY 是从那年 9 月开始的学年'),
      }),
    answer: () =>
      z.object({
        period: z.string(),
        served: served(),
        people: count().describe('服务了多少人，领队估计的'),
        late: count().describe('过了审核期限才审核的人次'),
        grades: z.array(z.object({ grade: z.enum(grades), records: count() })),
        points: z
          .object({
            issued: z.number().int().describe('服务所得，更正和调整的增减在内'),
            spent: z.number().int().describe('兑换所用，减去退回的'),
            expired: z.number().int(),
            pool: z.number().int().describe('净归公共积分池：捐出的和超出上限的，减去从池里发给人的'),
            outstanding: count().describe('现在大家手里的积分，与时期无关'),
          })
          .optional(),
        redemptions: z.array(z.object({ kind: z.enum(itemKinds), count: count() })).describe('已领取，按种类'),
        units: z
          .array(served().extend({ unit: id(), name: z.string() }))
          .describe('直接下级单位，各含它的下级；看服务队时没有'),
      }),
    problems: ['not_found'],
  },
  'GET /api/figures/start': {
    summary: '开学清单：每所学校的名册、同意书、审核人、服务队、兑换点备好了没有',
    allow: ['district_admin', 'unit_admin', 'auditor'],
    query: () => z.object({ unit: id() }),
    answer: () =>
      z.object({
        items: z.array(
          z.object({
            unit: id(),
            name: z.string(),
            pupils: count().describe('名册上的人数'),
            pupilsExpected: count().optional().describe('学校应有多少学生；还没有填的没有'),
            consented: count().describe('同意书不缺的人数：监护人或本人已同意，或者已到高中、不再需要'),
            online: count(),
            teams: count(),
            approvers: count().describe('能审核的工作人员'),
            stocked: z.boolean().describe('本校或上级的兑换点有货'),
            started: z.boolean().describe('已经登记过服务'),
          }),
        ),
      }),
    problems: ['not_found'],
  },
  'GET /api/public/figures': {
    summary: '向社会公开的数字和可以查看公示的学校',
    allow: 'anyone',
    answer: () =>
      z.object({
        teams: publicCount().describe('不足 5 支时不公开'),
        volunteers: publicCount().describe('整十计；不足 10 人时不公开'),
        minutes: publicCount().describe('已生效的服务分钟，整百小时计；不足时不公开'),
        schools: z.array(z.object({ name: z.string(), code: z.string().describe('学校代码') })),
      }),
    problems: [],
  },
  'GET /api/public/figures/{school}': {
    summary: '向社会公开的一所学校（社区）的数字：一个学年里已经结束的每个月',
    allow: 'anyone',
    params: () =>
      z.object({
        school: z
          .string()
          .regex(/^\d{6}$/)
          .describe('学校代码'),
      }),
    query: () => z.object({ year: z.string().regex(/^\d{4}$/, '请填 2025（9 月开始的学年）') }),
    answer: () =>
      z.object({
        name: z.string(),
        teams: count(),
        volunteers: z
          .object({ all: publicCount(), online: publicCount(), offline: publicCount() })
          .describe('现在；线上、线下有一样不足 5 人时，两样都不公开'),
        year: z
          .object({ ...publicFigures(), hidden: count().describe('人少、没有计入的月份') })
          .describe('公开了的月份之和'),
        months: z.array(z.object({ month: z.string().describe('YYYY-MM'), ...publicFigures() })),
      }),
    problems: ['not_found'],
  },
});
