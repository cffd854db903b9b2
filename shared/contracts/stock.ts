import * as z from 'zod';
import { cancelReasons, item, pickUp } from './rewards-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, instant, pageOf, pageQuery, points, rowResult, words } from './shapes.ts';

/** Serial numbers in one call. */
const serialsMax = 500;
/** Redemptions in one batch. */
const batchMax = 50;
const serials = () =>
  z
    .array(
      z
        .string()
        .trim()
        .min(4)
        .max(60)
        .regex(/^[\p{L}\p{N}-]+$/u, '卡号只能有字母、数字和短横'),
    )
    .min(1)
    .max(serialsMax);
const results = <const Outcomes extends readonly [string, ...string[]]>(outcomes: Outcomes) =>
  z.object({
    items: z.array(z.object({ line: z.number().int().min(1).describe('第几行'), outcome: z.enum(outcomes) })),
    ...counts(),
  });
const count = () => z.number().int().min(0);
const counts = () => ({ imported: count(), given: count(), recalled: count(), free: count() });

const keepers = ['district_admin', 'unit_admin', 'desk'] as const;

export const stock = defineRoutes({
  'GET /api/fair': {
    summary: '集市清单：等待领取的兑换单和核销码，按班级排，可以打印',
    allow: ['desk'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(pickUp().extend({ code: z.string() })),
    problems: ['cursor_invalid'],
  },
  'POST /api/pick-ups/hand-over': {
    summary: '集市后成批交付，每张一个结果，最多 50 张',
    allow: ['desk'],
    write: 'derived',
    body: () =>
      z.object({
        redemptions: z
          .array(z.object({ redemption: id(), code: z.string().regex(/^\d{8}$/) }))
          .min(1)
          .max(batchMax),
      }),
    answer: () => z.object({ items: z.array(rowResult()) }),
    problems: [],
  },
  'POST /api/pick-ups/{code}/cancellation': {
    summary: '兑换点取消兑换并退回积分：质量问题、缺货的不放回库存，暂停服务的放回',
    allow: ['desk'],
    write: 'guarded',
    params: () => z.object({ code: z.string().regex(/^\d{8}$/) }),
    body: () =>
      z.object({
        redemption: id().describe('先看到的那张兑换单'),
        reason: z.enum(cancelReasons).describe('质量问题、缺货、暂停服务'),
      }),
    answer: pickUp,
    problems: ['not_found', 'redemption_not_open'],
  },
  'POST /api/pick-ups/closed/{redemption}/exchange': {
    summary: '领后换货：质量问题的，领后 7 天内换一件同样的，每张一次；库存减一件，积分不动',
    allow: ['desk'],
    write: 'guarded',
    params: () => z.object({ redemption: id() }),
    body: () =>
      z.object({
        closedAt: instant().describe('办结的时刻，办结的兑换单里写着'),
        reason: words(100).describe('有什么问题'),
      }),
    answer: pickUp,
    problems: ['not_found', 'exchange_not_open', 'stock_too_low'],
  },
  'GET /api/items/{item}': {
    summary: '一件兑换品',
    allow: 'signed_in',
    params: () => z.object({ item: id() }),
    answer: item,
    problems: ['not_found'],
  },
  'GET /api/items/{item}/prices': {
    summary: '改价记录，最近的在前',
    allow: keepers,
    params: () => z.object({ item: id() }),
    query: () => z.object(pageQuery()),
    answer: () => pageOf(z.object({ price: points(), from: instant() })),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/items/{item}/counts': {
    summary: '盘点：记下数到的件数、差异和原因',
    allow: keepers,
    write: 'guarded',
    status: 201,
    params: () => z.object({ item: id() }),
    body: () => z.object({ desk: id(), counted: z.number().int().min(0).max(100_000), reason: words(100) }),
    answer: item,
    problems: ['not_found'],
  },
  'GET /api/items/{item}/stock-changes': {
    summary: '进货和盘点的记录，最近的在前',
    allow: keepers,
    params: () => z.object({ item: id() }),
    query: () => z.object(pageQuery()),
    answer: () =>
      pageOf(
        z.object({
          desk: id(),
          change: z.number().int(),
          counted: count().optional().describe('盘点数到的件数'),
          reason: z.string(),
          redemption: id()
            .optional()
            .describe('因为它取消或换货而减去一件的兑换单；原因是 defect、out_of_stock 或 exchange'),
          at: instant(),
          by: z.string().describe('经手人'),
        }),
      ),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/items/{item}/vouchers': {
    summary: '卡号的数目：导入、发出、收回、还剩',
    allow: keepers,
    params: () => z.object({ item: id() }),
    answer: () => z.object(counts()),
    problems: ['not_found'],
  },
  'POST /api/items/{item}/vouchers': {
    summary: '导入卡号，一行一个；重复的不收',
    allow: keepers,
    write: 'derived',
    params: () => z.object({ item: id() }),
    body: () => z.object({ serials: serials() }),
    answer: () => results(['done', 'duplicate']),
    problems: ['not_found', 'vouchers_none'],
  },
  'POST /api/items/{item}/vouchers/recall': {
    summary: '收回还没发出的卡号',
    allow: keepers,
    write: 'derived',
    params: () => z.object({ item: id() }),
    body: () => z.object({ serials: serials() }),
    answer: () => results(['done', 'given', 'unknown']),
    problems: ['not_found'],
  },
});
