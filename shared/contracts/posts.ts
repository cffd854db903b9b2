/** How posts come and go beside invitations: into a sign-in that exists, for a time, and all at once. */
import * as z from 'zod';
import { login, session, staff } from './access.ts';
import { defineRoutes } from './route.ts';
import { day, id, instant, words } from './shapes.ts';

/** A colleague who has a sign-in, for a time. */
const lent = () => z.object({ login: login(), until: day().describe('到这一天的 24:00') });
const leader = () =>
  z.object({
    account: id(),
    name: z.string(),
    until: instant().optional().describe('代领队到这时为止；领队没有'),
    lentBy: z.string().optional().describe('谁请的代领队'),
  });

export const posts = defineRoutes({
  'POST /api/session/posts': {
    summary: '用激活码给现在的登录再加一个身份：工作人员的，或孩子的监护人',
    allow: ['district_admin', 'unit_admin', 'approver', 'leader', 'desk', 'auditor', 'guardian'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        code: words(20),
        password: z.string().min(1).max(200).optional().describe('监护人成为工作人员时设的密码'),
      }),
    answer: session,
    problems: ['code_invalid', 'password_needed', 'secret_too_weak', 'sign_in_paused'],
  },
  'POST /api/staff/stand-ins': {
    summary: '请上级单位或别校的一位同事代审一段时间；登记人和参加人照样不能审核',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    stepUp: true,
    status: 201,
    body: () => lent().extend({ unit: id() }),
    answer: staff,
    problems: ['not_found', 'post_held', 'until_day_invalid'],
  },
  'DELETE /api/staff/{account}/posts': {
    summary: '同事离开：一次解除他在工作上的全部身份，他的登录立刻退出；监护人的身份不变',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    stepUp: true,
    params: () => z.object({ account: id() }),
    body: () => z.object({}),
    answer: staff,
    problems: ['not_found'],
  },
  'GET /api/teams/{team}/leaders': {
    summary: '服务队的领队和代领队',
    allow: ['district_admin', 'unit_admin', 'leader'],
    params: () => z.object({ team: id() }),
    answer: () => z.object({ items: z.array(leader()) }),
    problems: ['not_found'],
  },
  'POST /api/teams/{team}/substitutes': {
    summary: '请本单位的一位同事代领这支队到某一天；代领队不能再请别人',
    allow: ['district_admin', 'unit_admin', 'leader'],
    write: 'guarded',
    stepUp: true,
    status: 201,
    params: () => z.object({ team: id() }),
    body: lent,
    answer: leader,
    problems: ['not_found', 'post_held', 'until_day_invalid'],
  },
  'DELETE /api/teams/{team}/substitutes/{account}': {
    summary: '提前结束代领队；代领队也可以自己交还',
    allow: ['district_admin', 'unit_admin', 'leader'],
    write: 'guarded',
    params: () => z.object({ team: id(), account: id() }),
    body: () => z.object({}),
    answer: () => z.object({ account: id(), ended: z.literal(true) }),
    problems: ['not_found'],
  },
});
