/** What is unlikely about hours: found by itself, looked at by people, closed with a reason. */
import * as z from 'zod';
import { anomalyKinds } from '../rules/anomalies.ts';
import { defineRoutes } from './route.ts';
import { day, id, instant, pageOf, pageQuery, words } from './shapes.ts';

const looks = ['unit_admin', 'district_admin'] as const;
const anomaly = () =>
  z.object({
    id: id(),
    kind: z
      .enum(anomalyKinds)
      .describe('刚登记就审核、审核人也参加了、补录占比高、手工登记的时长都一样、互相审核、被认定弄虚作假的人的补录'),
    at: instant().describe('最后一次发生的时刻'),
    team: id(),
    teamName: z.string(),
    day: day().describe('服务的日期，或那个月的第一天'),
    shift: z.object({ id: id(), name: z.string() }).optional(),
    percent: z.number().int().optional().describe('补录占比'),
    shifts: z.number().int().optional().describe('时长都一样的有几场'),
    staff: z.array(z.string()).describe('相关工作人员的姓名'),
    closed: z.object({ at: instant(), by: z.string(), reason: z.string() }).optional(),
  });

export const anomalies = defineRoutes({
  'GET /api/anomalies': {
    summary: '一个单位要核实的异常，或已经核实过的',
    allow: looks,
    query: () => z.object({ unit: id(), state: z.enum(['open', 'closed']).default('open'), ...pageQuery() }),
    answer: () => pageOf(anomaly()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/anomalies/{anomaly}/closure': {
    summary: '核实后写明原因，结束一项异常；牵涉到的人不能办',
    allow: looks,
    write: 'derived',
    params: () => z.object({ anomaly: id() }),
    body: () => z.object({ reason: words(200) }),
    answer: anomaly,
    problems: ['not_found', 'second_person_needed', 'change_decided'],
  },
});
