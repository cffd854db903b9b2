/** Redeeming for a pupil who is too young to do it alone or has no phone. */
import * as z from 'zod';
import { wanted } from './rewards.ts';
import { redemption } from './rewards-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, pageOf, pageQuery, points } from './shapes.ts';

const params = () => z.object({ volunteer: id() });

export const redeemFor = defineRoutes({
  'POST /api/volunteers/{volunteer}/redemptions': {
    summary: '老师代学生兑换：年龄还小或没有手机的；核销码交给老师，记下是谁办的',
    allow: ['leader', 'unit_admin'],
    write: 'guarded',
    status: 201,
    params,
    body: wanted,
    answer: redemption,
    problems: [
      'not_found',
      'reward_closed',
      'slot_over',
      'price_changed',
      'item_not_for_you',
      'consent_missing',
      'debt_open',
      'balance_too_low',
      'limit_reached',
      'sold_out',
    ],
  },
  'GET /api/volunteers/{volunteer}/redemptions': {
    summary: '一名学生的积分和兑换单，未领取的带核销码；领队只看自己队里的人',
    allow: ['leader', 'unit_admin'],
    opens: 'file',
    params,
    query: () => z.object(pageQuery()),
    answer: () => pageOf(redemption()).extend({ points: points().describe('可用积分') }),
    problems: ['not_found', 'cursor_invalid'],
  },
});
