import * as z from 'zod';
import { forWhom, item, pickUp, service } from './rewards-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, instant, pageOf, pageQuery, points, words } from './shapes.ts';

const quotaMax = 500;
const code = () => z.string().regex(/^\d{8}$/);
const slot = () =>
  z.object({
    id: id(),
    desk: id().describe('签到的兑换点'),
    from: instant(),
    to: instant(),
    quota: z.number().int().min(1),
    left: z.number().int().min(0).describe('剩余名额'),
    calledOff: z.boolean().optional().describe('整个时段取消了，不能再预约'),
  });

export const bookings = defineRoutes({
  'POST /api/service-items': {
    summary: '上架一项服务优惠：体检、理发、老年大学，按时段预约，积分可以为 0',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ unit: id(), name: words(60), price: points(), ...service(), ...forWhom() }),
    answer: item,
    problems: ['not_found', 'price_out_of_range'],
  },
  'POST /api/items/{item}/slots': {
    summary: '给一项服务优惠开放一个预约时段和名额',
    allow: ['district_admin', 'unit_admin', 'desk'],
    write: 'guarded',
    status: 201,
    params: () => z.object({ item: id() }),
    body: () => z.object({ desk: id(), from: instant(), to: instant(), quota: z.number().int().min(1).max(quotaMax) }),
    answer: slot,
    problems: ['not_found', 'slot_misplaced'],
  },
  'GET /api/items/{item}/slots': {
    summary: '一项服务优惠的时段和剩余名额，从今天起，最早的在前',
    allow: 'signed_in',
    params: () => z.object({ item: id() }),
    query: () => z.object(pageQuery()),
    answer: () => pageOf(slot()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/items/{item}/slots/{slot}/cancellation': {
    summary: '合作单位来不了：取消整个时段，约好的一批一批取消并退回积分',
    allow: ['district_admin', 'unit_admin', 'desk'],
    write: 'derived',
    params: () => z.object({ item: id(), slot: id() }),
    body: () => z.object({}),
    answer: () =>
      z.object({
        cancelled: z.number().int().min(0).describe('这次取消了几张'),
        more: z.boolean().describe('可能还有：请再调用，直到没有'),
      }),
    problems: ['not_found'],
  },
  'POST /api/pick-ups/{code}/missed': {
    summary: '预约的人没有来：名额已经用掉，积分不退',
    allow: ['desk'],
    write: 'guarded',
    params: () => z.object({ code: code() }),
    body: () => z.object({ redemption: id().describe('先看到的那张预约单') }),
    answer: pickUp,
    problems: ['not_found', 'redemption_not_open', 'slot_not_begun'],
  },
});
