/** 点单—派单—接单—评单: what residents and the community's desk do. No field for money exists anywhere. */
import * as z from 'zod';
import { orderLanes } from '../rules/order-states.ts';
import { needPhrases, refusedKindNames } from '../rules/service-menu.ts';
import {
  candidate,
  contact,
  followedOrder,
  kindName,
  openedOrder,
  orderRating,
  queuedOrder,
  spot,
  trackedOrder,
} from './orders-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, instant, pageOf, pageQuery, words } from './shapes.ts';

const orderParams = () => z.object({ order: id() });
const desk = ['unit_admin', 'district_admin'] as const;
const tracking = () => ({
  link: z.string().max(120).describe('查询链接里的凭据'),
  code: z
    .string()
    .regex(/^\d{4}$/)
    .describe('四位查询码'),
});
const askedChannels = ['phone', 'visit', 'neighbour', 'grid'] as const;
const teams = () => z.array(id()).min(1).max(5);

export const orders = defineRoutes({
  'POST /api/orders': {
    summary: '点单：居民自己点，或社区代点，来源一并记下；服务一律免费',
    allow: ['resident', 'unit_admin', 'approver', 'district_admin'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        kind: z.union([kindName(), z.enum(refusedKindNames)]),
        unit: id().optional().describe('社区；居民不填，就是自己的社区'),
        contact: contact().optional().describe('居民不填，就是自己'),
        from: instant(),
        to: instant(),
        urgent: z.boolean().default(false),
        phrases: z.array(z.enum(needPhrases)).max(needPhrases.length).default([]),
        need: words(100).optional(),
        risk: words(100).describe('家里有什么要小心的，没有就写没有'),
        channel: z
          .enum(askedChannels)
          .default('phone')
          .describe('代点的来源：电话、走访、邻居、网格员；居民自己点不用填'),
        spot: spot().optional().describe('大致位置，约 100 米'),
      }),
    answer: trackedOrder,
    problems: [
      'not_found',
      'order_kind_closed',
      'order_not_urgent',
      'order_window_invalid',
      'order_medical',
      'order_police',
      'order_petition',
      'order_religion',
      'order_biometric',
      'order_watched_people',
    ],
  },
  'GET /api/me/orders': {
    summary: '我点的单，最近的在前',
    allow: ['resident'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(trackedOrder()),
    problems: ['cursor_invalid'],
  },
  'POST /api/tracks': {
    summary: '凭链接和四位码查看一张单走到了哪一步，不用登录',
    allow: 'anyone',
    write: 'keyless',
    body: () => z.object(tracking()),
    answer: followedOrder,
    problems: ['track_invalid', 'sign_in_paused'],
  },
  'POST /api/tracks/rating': {
    summary: '凭链接和四位码评价，不用登录',
    allow: 'anyone',
    write: 'keyless',
    body: () => z.object({ ...tracking(), ...orderRating() }),
    answer: followedOrder,
    problems: ['track_invalid', 'sign_in_paused', 'order_not_open'],
  },
  'GET /api/orders': {
    summary: '社区的点单，分待审核、待协调、待回访、派单中、服务中；每一类最早到期的在前',
    allow: desk,
    query: () => z.object({ unit: id(), lane: z.enum(orderLanes).optional(), ...pageQuery() }),
    answer: () => pageOf(queuedOrder()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/orders/{order}': {
    summary: '一张单的全部内容',
    allow: desk,
    opens: 'file',
    params: orderParams,
    answer: openedOrder,
    problems: ['not_found'],
  },
  'GET /api/orders/{order}/candidates': {
    summary: '可以派的队，最合适的在前，并说明为什么',
    allow: desk,
    params: orderParams,
    answer: () => z.object({ items: z.array(candidate()) }),
    problems: ['not_found'],
  },
  'POST /api/orders/{order}/triage': {
    summary: '审核：通过即派给最合适的队；不通过说明原因',
    allow: desk,
    write: 'guarded',
    params: orderParams,
    body: () =>
      z.discriminatedUnion('decision', [
        z.object({
          decision: z.literal('pass'),
          urgent: z.boolean().optional().describe('改为急单或不急'),
          need: words(100).nullable().optional().describe('改成给服务队看的话；null 为不给看'),
          risk: words(100).optional().describe('改成给服务队看的风险说明'),
          riskLevel: z.number().int().min(0).max(3).optional(),
        }),
        z.object({ decision: z.literal('turn_down'), reason: words(100) }),
      ]),
    answer: openedOrder,
    problems: ['not_found', 'order_not_open', 'order_reveals'],
  },
  'POST /api/orders/{order}/dispatch': {
    summary: '重新派单：指定队，或再按顺序派给最合适的队',
    allow: desk,
    write: 'guarded',
    params: orderParams,
    body: () =>
      z.object({
        teams: teams().optional(),
        reason: words(100).optional().describe('已经有队接的单必填；原来的队看得到'),
      }),
    answer: openedOrder,
    problems: [
      'not_found',
      'order_not_open',
      'dispatch_reason_missing',
      'order_reveals',
      'team_cannot_take',
      'team_load_full',
    ],
  },
  'POST /api/orders/{order}/extension': {
    summary: '改约并延期，只一次',
    allow: desk,
    write: 'guarded',
    params: orderParams,
    body: () => z.object({ from: instant(), to: instant(), reason: words(100) }),
    answer: openedOrder,
    problems: ['not_found', 'order_not_open', 'order_extended', 'order_window_invalid'],
  },
  'POST /api/orders/{order}/cancellation': {
    summary: '取消还没有开始服务的单',
    allow: ['resident', ...desk],
    write: 'guarded',
    params: orderParams,
    body: () => z.object({ reason: words(100) }),
    answer: followedOrder,
    problems: ['not_found', 'order_not_open'],
  },
  'POST /api/orders/{order}/rating': {
    summary: '评价：居民自己评，或社区电话问来代填',
    allow: ['resident', ...desk],
    write: 'guarded',
    params: orderParams,
    body: () => z.object(orderRating()),
    answer: followedOrder,
    problems: ['not_found', 'order_not_open'],
  },
  'POST /api/orders/{order}/call-back': {
    summary: '评价太低的单，回访后记下结果',
    allow: desk,
    write: 'guarded',
    params: orderParams,
    body: () => z.object({ note: words(200) }),
    answer: openedOrder,
    problems: ['not_found', 'order_not_open'],
  },
});
