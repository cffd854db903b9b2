import * as z from 'zod';
import { starConditions } from '../rules/star-conditions.ts';
import { forWhom, goodsKinds, item, pickUp, redemption } from './rewards-shapes.ts';
import { defineRoutes } from './route.ts';
import {
  base64Length,
  day,
  fileOf,
  id,
  minutes,
  pageOf,
  pageQuery,
  picture,
  pictureTypes,
  points,
  words,
} from './shapes.ts';

export { type CancelReason, itemKinds, type RedemptionState } from './rewards-shapes.ts';

const code = () =>
  z
    .string()
    .regex(/^\d{8}$/)
    .describe('八位核销码');

/** What somebody wants, for how much as they saw it. */
export const wanted = () =>
  z.object({
    item: id(),
    desk: id(),
    price: points().describe('看到的价格，变了就不兑'),
    slot: id().optional().describe('服务优惠预约的时段'),
  });

const pictureBytesMax = 150_000;
const daySeconds = 24 * 60 * 60;

export const rewards = defineRoutes({
  'POST /api/items': {
    summary: '上架一件兑换品',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ unit: id(), name: words(60), kind: z.enum(goodsKinds), price: points(), ...forWhom() }),
    answer: item,
    problems: ['not_found', 'price_out_of_range'],
  },
  'PUT /api/items/{item}': {
    summary: '改价、改对象、上架或下架（不影响已有兑换单）',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    params: () => z.object({ item: id() }),
    body: () => z.object({ price: points(), open: z.boolean(), ...forWhom() }),
    answer: item,
    problems: ['not_found', 'price_out_of_range'],
  },
  'PUT /api/items/{item}/picture': {
    summary: '换上兑换品的图片',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    params: () => z.object({ item: id() }),
    bodyBytesMax: base64Length(pictureBytesMax) + 1024,
    body: () => picture(pictureTypes, pictureBytesMax),
    answer: item,
    problems: ['not_found'],
  },
  'GET /api/items/{item}/picture': {
    summary: '兑换品的图片',
    allow: 'signed_in',
    params: () => z.object({ item: id() }),
    file: { types: pictureTypes, cacheSeconds: daySeconds },
    answer: () => fileOf(pictureTypes),
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
    summary: '兑换：扣积分、留库存、得到核销码，一次完成；服务优惠要写明预约的时段',
    allow: ['volunteer', 'guardian'],
    write: 'guarded',
    status: 201,
    body: wanted,
    answer: redemption,
    problems: [
      'not_found',
      'reward_closed',
      'slot_over',
      'price_changed',
      'item_not_for_you',
      'too_young_alone',
      'consent_missing',
      'debt_open',
      'balance_too_low',
      'limit_reached',
      'sold_out',
    ],
  },
  'GET /api/me/redemptions': {
    summary: '我的兑换单，最近的在前',
    allow: ['volunteer', 'guardian'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(redemption()),
    problems: ['cursor_invalid'],
  },
  'GET /api/me/redemptions/{redemption}': {
    summary: '我的一张兑换单',
    allow: ['volunteer', 'guardian'],
    params: () => z.object({ redemption: id() }),
    answer: redemption,
    problems: ['not_found'],
  },
  'POST /api/redemptions/{redemption}/cancellation': {
    summary: '取消未领取的兑换：积分和库存退回',
    allow: ['volunteer', 'guardian'],
    write: 'guarded',
    params: () => z.object({ redemption: id() }),
    body: () => z.object({}),
    answer: redemption,
    problems: ['not_found', 'redemption_not_open', 'cancel_too_late'],
  },
  'GET /api/pick-ups': {
    summary: '兑换点等待领取的兑换单',
    allow: ['desk'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(pickUp()),
    problems: ['cursor_invalid'],
  },
  'GET /api/pick-ups/closed': {
    summary: '兑换点某一天交付、取消和过期退回的，最近的在前',
    allow: ['desk'],
    query: () => z.object({ on: day().optional().describe('默认今天'), ...pageQuery() }),
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
    problems: ['not_found', 'redemption_not_open', 'vouchers_out'],
  },
  'GET /api/me/stars': {
    summary: '我的星级：现在几星、离下一星还差多少',
    allow: ['volunteer', 'guardian'],
    answer: () =>
      z.object({
        items: z.array(
          z.object({
            scheme: z.enum(['primary', 'junior', 'senior', 'national']),
            level: z.number().int().min(0).max(5),
            minutes: minutes(),
            nextLevel: z.number().int().optional(),
            missingMinutes: minutes().optional(),
            waitsFor: z
              .array(z.enum(starConditions))
              .describe('时长到了、还差的条件：注册时间、评价、补录比例、认定弄虚作假后的期限'),
            monthsMetOn: day().optional().describe('注册时间满的那天'),
            blockedUntil: day().optional().describe('认定弄虚作假后，又可以升星的第一天'),
          }),
        ),
        on: day(),
      }),
    problems: [],
  },
});
