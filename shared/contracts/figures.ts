import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { id, instant, minutes } from './shapes.ts';

const count = () => z.number().int().min(0);
/** A number about few people would tell who they are. */
const publicCount = () => count().nullable().describe('少于 5 时不公开');
const grades = ['A', 'B', 'C', 'D'] as const;

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
        months: z
          .array(z.object({ month: z.string().describe('服务的月份，YYYY-MM'), minutes: minutes(), records: count() }))
          .describe('最近十二个月，最早的在前，已生效'),
        stars: z
          .array(z.object({ level: z.number().int().min(0).max(5), volunteers: count() }))
          .describe('本学段的星级，按满小时计'),
        grades: z.array(z.object({ grade: z.enum(grades), records: count() })).describe('已生效记录的证据等级'),
        late: count().describe('过了审核期限还有记录待确认或待审核的场次'),
        waiting: z.object({ recorded: count(), confirmed: count(), published: count() }).describe('未生效的记录'),
        teamsTop: z.array(z.object({ team: id(), name: z.string(), minutes: minutes() })).max(10),
        units: z
          .array(z.object({ unit: id(), name: z.string(), teams: count(), volunteers: count(), minutes: minutes() }))
          .describe('直接下级单位，各含它的下级'),
        asOf: instant(),
      }),
    problems: ['not_found'],
  },
  'GET /api/public/figures': {
    summary: '向社会公开的数字和可以查看公示的学校',
    allow: 'anyone',
    answer: () =>
      z.object({
        teams: publicCount(),
        volunteers: publicCount(),
        minutes: publicCount().describe('已生效的服务分钟；志愿者少于 5 人时不公开'),
        schools: z.array(z.object({ name: z.string(), code: z.string().describe('学校代码') })),
      }),
    problems: [],
  },
});
