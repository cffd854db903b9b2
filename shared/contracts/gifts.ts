import * as z from 'zod';
import { gift, giftItem, openGift, pickUp, redemption, schemes } from './gifts-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, pageOf, pageQuery, words } from './shapes.ts';

export type { GiftState } from './gifts-shapes.ts';

const giftName = () =>
  z
    .string()
    .regex(/^(primary|junior|senior|national)-[1-5]$/)
    .describe('星级礼遇：方案和级别，例如 primary-1');

export const gifts = defineRoutes({
  'POST /api/gift-items': {
    summary: '登记一种星级礼遇物品（不用积分，库存另计）',
    allow: ['district_admin', 'unit_admin', 'desk'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        unit: id(),
        name: words(60),
        kind: z.enum(['book', 'film_card', 'reading_card']),
        levelMin: z.number().int().min(1).max(5).describe('几星起可以选'),
        scheme: z.enum(schemes).optional().describe('只给这个星级方案；不填为都可以'),
      }),
    answer: giftItem,
    problems: ['not_found'],
  },
  'GET /api/gift-items': {
    summary: '星级礼遇物品和库存',
    allow: ['volunteer', 'guardian', 'desk'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(giftItem()),
    problems: ['cursor_invalid'],
  },
  'GET /api/me/gifts': {
    summary: '我的星级礼遇：每级一份，领没领',
    allow: ['volunteer', 'guardian'],
    answer: () => z.object({ items: z.array(gift()) }),
    problems: [],
  },
  'POST /api/me/gifts/{gift}/claim': {
    summary: '领星级礼遇：选一样，得到核销码',
    allow: ['volunteer', 'guardian'],
    write: 'guarded',
    status: 201,
    params: () => z.object({ gift: giftName() }),
    body: () => z.object({ item: id(), desk: id() }),
    answer: redemption,
    problems: ['not_found', 'gift_not_open', 'consent_missing', 'reward_closed', 'item_not_for_you', 'sold_out'],
  },
  'GET /api/gifts': {
    summary: '一个学校还没领的星级礼遇，按班级排',
    allow: ['desk'],
    query: () => z.object({ school: id().optional().describe('默认兑换点所在单位'), ...pageQuery() }),
    answer: () => pageOf(openGift()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/gifts/hand-over': {
    summary: '在兑换点当面交付星级礼遇',
    allow: ['desk'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ volunteer: id(), gift: giftName(), item: id() }),
    answer: pickUp,
    problems: [
      'not_found',
      'gift_not_open',
      'consent_missing',
      'reward_closed',
      'item_not_for_you',
      'sold_out',
      'vouchers_out',
    ],
  },
});
