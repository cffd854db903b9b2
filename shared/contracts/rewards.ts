import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id, instant, minutes, pageOf, pageQuery, points, words } from './shapes.ts';

export const itemKinds = ['stationery', 'book', 'film_card', 'reading_card'] as const;
export const redemptionStates = ['reserved', 'handed_over', 'cancelled', 'returned'] as const;
export type RedemptionState = (typeof redemptionStates)[number];

const stock = () => z.object({ desk: id(), quantity: z.number().int().min(0) });
const item = () =>
  z.object({
    id: id(),
    unit: id(),
    name: z.string(),
    kind: z.enum(itemKinds).describe('文具、图书、电影卡、读书卡'),
    price: points(),
    open: z.boolean(),
    stock: z.array(stock()),
  });
const redemption = () =>
  z.object({
    id: id(),
    item: id(),
    name: z.string().describe('兑换品'),
    desk: id(),
    price: points(),
    state: z.enum(redemptionStates),
    code: z.string().optional().describe('核销码，八位数字；办结后不再显示'),
    qr: z.string().optional().describe('核销二维码的内容'),
    pickUpUntil: instant(),
    at: instant(),
    closedAt: instant().optional(),
  });
/** What a desk may see of the person before it: first name and class. */
const pickUp = () =>
  z.object({
    id: id(),
    item: id(),
    name: z.string(),
    price: points(),
    state: z.enum(redemptionStates),
    person: z.string(),
    class: z.string(),
    pickUpUntil: instant(),
    closedAt: instant().optional(),
    closedBy: z.string().optional(),
  });
const code = () =>
  z
    .string()
    .regex(/^\d{8}$/)
    .describe('八位核销码');

export const rewards = defineRoutes({
  'POST /api/items': {
    summary: '上架一件兑换品',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({ unit: id(), name: words(60), kind: z.enum(itemKinds), price: z.number().int().min(10).max(100_000) }),
    answer: item,
    problems: ['not_found'],
  },
  'PUT /api/items/{item}': {
    summary: '改价、上架或下架（不影响已有兑换单）',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    params: () => z.object({ item: id() }),
    body: () => z.object({ price: z.number().int().min(10).max(100_000), open: z.boolean() }),
    answer: item,
    problems: ['not_found'],
  },
  'POST /api/items/{item}/stock': {
    summary: '进货或盘点差异：某兑换点的库存加减',
    allow: ['district_admin', 'unit_admin', 'desk'],
    write: 'guarded',
    status: 201,
    params: () => z.object({ item: id() }),
    body: () =>
      z.object({
        desk: id(),
        change: z
          .number()
          .int()
          .min(-100_000)
          .max(100_000)
          .refine((count) => count !== 0),
        reason: words(100),
      }),
    answer: item,
    problems: ['not_found', 'stock_too_low'],
  },
  'GET /api/items': {
    summary: '我能看到的兑换品、库存和兑换点',
    allow: 'signed_in',
    query: () => z.object(pageQuery()),
    answer: () => pageOf(item()),
    problems: ['cursor_invalid'],
  },
  'POST /api/redemptions': {
    summary: '兑换：扣积分、留库存、得到核销码，一次完成',
    allow: ['volunteer'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ item: id(), desk: id(), price: points().describe('看到的价格，变了就不兑') }),
    answer: redemption,
    problems: [
      'not_found',
      'reward_closed',
      'price_changed',
      'debt_open',
      'balance_too_low',
      'limit_reached',
      'sold_out',
    ],
  },
  'GET /api/me/redemptions': {
    summary: '我的兑换单，最近的在前',
    allow: ['volunteer'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(redemption()),
    problems: ['cursor_invalid'],
  },
  'POST /api/redemptions/{redemption}/cancellation': {
    summary: '取消未领取的兑换：积分和库存退回',
    allow: ['volunteer'],
    write: 'guarded',
    params: () => z.object({ redemption: id() }),
    body: () => z.object({}),
    answer: redemption,
    problems: ['not_found', 'redemption_not_open'],
  },
  'GET /api/pick-ups': {
    summary: '兑换点等待领取的兑换单',
    allow: ['desk'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(pickUp()),
    problems: ['cursor_invalid'],
  },
  'GET /api/pick-ups/{code}': {
    summary: '扫码后先看：谁、什么',
    allow: ['desk'],
    params: () => z.object({ code: code() }),
    answer: pickUp,
    problems: ['not_found', 'sign_in_paused'],
  },
  'POST /api/pick-ups/{code}/hand-over': {
    summary: '交付（每张兑换单只有一次）',
    allow: ['desk'],
    write: 'guarded',
    params: () => z.object({ code: code() }),
    body: () => z.object({ redemption: id().describe('先看到的那张兑换单') }),
    answer: pickUp,
    problems: ['not_found', 'redemption_not_open'],
  },
  'GET /api/me/stars': {
    summary: '我的星级：现在几星、离下一星还差多少',
    allow: ['volunteer'],
    answer: () =>
      z.object({
        items: z.array(
          z.object({
            scheme: z.enum(['primary', 'junior', 'senior', 'national']),
            level: z.number().int().min(0).max(5),
            minutes: minutes(),
            nextLevel: z.number().int().optional(),
            missingMinutes: minutes().optional(),
          }),
        ),
        on: day(),
      }),
    problems: [],
  },
});
