/** 接单: what a team and its volunteers do with orders. */
import * as z from 'zod';
import { contact, spot, takenOrder, teamOrder, teamProfile } from './orders-shapes.ts';
import { defineRoutes } from './route.ts';
import { areDistinct, id, pageOf, pageQuery, words } from './shapes.ts';

const orderParams = () => z.object({ order: id() });

export const teamOrders = defineRoutes({
  'GET /api/team-orders': {
    summary: '派给我的队的、可以抢的和手上的单',
    allow: ['leader'],
    answer: () =>
      z.object({
        profile: teamProfile().optional(),
        offered: z.array(teamOrder()),
        open: z.array(teamOrder()).describe('可以抢的，最近 50 张'),
        running: z.array(teamOrder()),
        lately: z.array(teamOrder()).describe('最近做完的'),
        taken: z.array(takenOrder()).describe('最近被收回的，和原因'),
      }),
    problems: [],
  },
  'PUT /api/team-orders/profile': {
    summary: '我的队会做什么、什么时候有空、同时最多接几张',
    allow: ['leader'],
    write: 'guarded',
    body: teamProfile,
    answer: teamProfile,
    problems: [],
  },
  'POST /api/orders/{order}/acceptance': {
    summary: '接单或抢单；一张单只有一支队接得到',
    allow: ['leader'],
    write: 'guarded',
    params: orderParams,
    body: () => z.object({}),
    answer: teamOrder,
    problems: ['not_found', 'order_taken', 'order_not_open', 'team_cannot_take', 'team_load_full'],
  },
  'POST /api/orders/{order}/refusal': {
    summary: '不接派来的单，不影响以后派单',
    allow: ['leader'],
    write: 'guarded',
    params: orderParams,
    body: () => z.object({}),
    answer: () => z.object({ declined: z.literal(true) }),
    problems: ['not_found', 'order_not_open'],
  },
  'POST /api/orders/{order}/hand-back': {
    summary: '退单：已经接了又去不了，说明原因，马上派给别的队',
    allow: ['leader'],
    write: 'guarded',
    params: orderParams,
    body: () => z.object({ reason: words(100) }),
    answer: () => z.object({ handedBack: z.literal(true) }),
    problems: ['not_found', 'order_not_open'],
  },
  'PUT /api/orders/{order}/members': {
    summary: '安排去服务的队员；上门服务要成年人',
    allow: ['leader'],
    write: 'guarded',
    params: orderParams,
    body: () =>
      z.object({
        volunteers: z.array(id()).min(1).max(10).refine(areDistinct, '同一个人填了两次'),
        insurance: words(60).optional().describe('保险单号；风险二级及以上必填'),
      }),
    answer: teamOrder,
    problems: [
      'not_found',
      'order_not_open',
      'person_not_eligible',
      'consent_missing',
      'home_visit_minor',
      'too_young_for_risk',
      'insurance_missing',
    ],
  },
  'POST /api/orders/{order}/start': {
    summary: '到了，开始服务；时间由服务器记',
    allow: ['leader'],
    write: 'guarded',
    params: orderParams,
    body: () => z.object({}),
    answer: teamOrder,
    problems: ['not_found', 'order_not_open', 'members_missing', 'order_too_early'],
  },
  'POST /api/orders/{order}/finish': {
    summary: '做完了：写明做了什么，同时登记这场服务的时长',
    allow: ['leader'],
    write: 'guarded',
    params: orderParams,
    body: () => z.object({ did: words(100) }),
    answer: teamOrder,
    problems: ['not_found', 'order_not_open', 'order_reveals'],
  },
  'GET /api/me/visits': {
    summary: '安排我去的单，最近的在前',
    allow: ['volunteer'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(teamOrder()),
    problems: ['cursor_invalid'],
  },
  'GET /api/orders/{order}/contact': {
    summary: '住址和电话：只给接单的队和去的人，服务前后各一天；每看一次都有记录',
    allow: ['leader', 'volunteer'],
    opens: 'address',
    params: orderParams,
    answer: () => contact().extend({ spot: spot().optional() }),
    problems: ['not_found', 'order_contact_hidden'],
  },
});
