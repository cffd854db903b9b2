/** What the routes of the rewards answer with. */
import * as z from 'zod';
import { day, id, instant, points, words } from './shapes.ts';

/** Things that lie at a desk. */
export const goodsKinds = ['stationery', 'book', 'film_card', 'reading_card'] as const;
/** A service is booked for a time at a partner's: a check-up, a haircut, a course. */
export const itemKinds = [...goodsKinds, 'service'] as const;
/** `missed`: a booked time that its owner did not come to. */
export const redemptionStates = ['reserved', 'handed_over', 'cancelled', 'returned', 'missed'] as const;
export type RedemptionState = (typeof redemptionStates)[number];
/** Why a desk cancels: the piece is no good, it is not there, or the desk or its partner is closed. */
export const cancelReasons = ['defect', 'out_of_stock', 'closed'] as const;
export type CancelReason = (typeof cancelReasons)[number];
const cancelReason = () => z.enum(cancelReasons).optional().describe('兑换点取消的原因');

/** Another piece was given for one that was no good. */
const exchanged = () => ({ at: instant(), reason: z.string().describe('有什么问题') });

/** For whom an item is, and how often: absent where it is for everybody. */
export const forWhom = () => ({
  grades: z
    .object({ from: z.number().int().min(1).max(12), to: z.number().int().min(1).max(12) })
    .refine(({ from, to }) => from <= to, '年级范围填反了')
    .optional()
    .describe('几年级到几年级，一至十二'),
  starMin: z.number().int().min(1).max(5).optional().describe('几星以上'),
  perPerson: z
    .object({ count: z.number().int().min(1).max(20), days: z.number().int().min(1).max(365) })
    .optional()
    .describe('每人在几天内（含当天，按上海日期）最多换几次；区规则“同一兑换品的间隔”仍然有效'),
});
/** Where a service is given, by whom, and the last day it can be booked for. Never at somebody's home. */
export const service = () => ({
  partner: words(60).describe('合作单位'),
  place: words(60).describe('地点，不上门'),
  validUntil: day().describe('有效期到哪天'),
});
/** The booked time. */
const slotTimes = () => z.object({ from: instant(), to: instant() });
const starSchemes = ['primary', 'junior', 'senior', 'national'] as const;
const stock = () => z.object({ desk: id(), quantity: z.number().int().min(0) });
export const item = () =>
  z.object({
    id: id(),
    unit: id(),
    name: z.string(),
    kind: z.enum(itemKinds).describe('文具、图书、电影卡、读书卡、服务优惠'),
    price: points(),
    open: z.boolean(),
    stock: z.array(stock()),
    picture: z.string().optional().describe('图片的地址'),
    ...forWhom(),
    gift: z
      .object({ levelMin: z.number().int().min(1).max(5), scheme: z.enum(starSchemes).optional() })
      .optional()
      .describe('星级礼遇：几星起可选、限哪个方案；不用积分'),
    vouchers: z.boolean().optional().describe('交付时发卡号'),
    service: z.object(service()).optional().describe('要预约时段的服务优惠'),
  });
export const redemption = () =>
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
    reason: cancelReason(),
    exchanged: z.object(exchanged()).optional().describe('领后换过一件'),
    gift: z.string().optional().describe('用哪一份星级礼遇领的，例如 primary-1'),
    voucher: z.string().optional().describe('卡号，交付后本人可见'),
    slot: slotTimes().optional().describe('预约的时段'),
  });
/** What a desk may see of the person before it: first name and class. */
export const pickUp = () =>
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
    reason: cancelReason(),
    exchanged: z
      .object({ ...exchanged(), by: z.string().describe('经手人') })
      .optional()
      .describe('领后换过一件'),
    gift: z.string().optional().describe('星级礼遇，例如 primary-1'),
    card: z.boolean().describe('发的是有卡号的卡：坏了由发卡的一方换，兑换点不换'),
    voucherEnding: z.string().optional().describe('发出的卡号的末四位'),
    slot: slotTimes().optional().describe('预约的时段'),
  });
