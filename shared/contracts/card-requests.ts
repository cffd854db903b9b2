/** A new login card on a leader's word: the school's desk prints it, and the leader never sees the code. */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { id, instant, pageOf, pageQuery, rowResult } from './shapes.ts';

export const cardRequests = defineRoutes({
  'POST /api/teams/{team}/card-requests': {
    summary: '请学校给队员重印登录卡（请求的人看不到激活码）',
    allow: ['leader', 'unit_admin'],
    write: 'derived',
    params: () => z.object({ team: id() }),
    body: () => z.object({ volunteers: z.array(id()).min(1).max(60) }),
    answer: () => z.object({ items: z.array(rowResult()) }),
    problems: ['not_found'],
  },
  'GET /api/card-requests': {
    summary: '一所学校等着重印的登录卡；打印以后就不在这里了',
    allow: ['unit_admin', 'district_admin'],
    opens: 'list',
    query: () => z.object({ unit: id().describe('学校'), ...pageQuery() }),
    answer: () =>
      pageOf(
        z.object({
          volunteer: id(),
          name: z.string(),
          number: z.string(),
          class: z.string(),
          classId: z.string(),
          askedBy: z.string().describe('请求人姓名'),
          askedAt: instant(),
        }),
      ),
    problems: ['not_found', 'cursor_invalid'],
  },
});
