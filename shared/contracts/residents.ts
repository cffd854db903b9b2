/** Before an order: what can be asked for in a district, and residents with an account. */
import * as z from 'zod';
import { contact, kindName, menuKind } from './orders-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, words } from './shapes.ts';

const desk = ['unit_admin', 'district_admin'] as const;

export const residents = defineRoutes({
  'GET /api/service-menu': {
    summary: '本区的服务菜单',
    allow: 'signed_in',
    answer: () => z.object({ items: z.array(menuKind()) }),
    problems: [],
  },
  'PUT /api/service-menu/{kind}': {
    summary: '增改服务菜单的一项',
    allow: ['district_admin'],
    write: 'guarded',
    params: () => z.object({ kind: kindName() }),
    body: () =>
      menuKind()
        .omit({ kind: true })
        .extend({
          title: words(20),
          minutes: z.number().int().min(15).max(480),
          riskLevel: z.number().int().min(0).max(3),
          days: z.number().int().min(1).max(15),
        }),
    answer: menuKind,
    problems: [],
  },
  'POST /api/residents': {
    summary: '给居民开一个账号：得到一个只显示一次的激活码',
    allow: desk,
    write: 'guarded',
    status: 201,
    body: () =>
      contact().extend({ unit: id().describe('社区'), login: z.string().regex(/^[0-9a-z][0-9a-z._@-]{2,63}$/) }),
    answer: () => z.object({ account: id(), code: z.string().optional().describe('激活码，14 天内用一次') }),
    problems: ['not_found', 'login_taken'],
  },
  'GET /api/me/contact': {
    summary: '我留在社区的姓名、电话和住址',
    allow: ['resident'],
    answer: contact,
    problems: ['not_found'],
  },
});
