/** What the routes of the rewards answer with. */
import * as z from 'zod';
import { id, instant, points } from './shapes.ts';

export const itemKinds = ['stationery', 'book', 'film_card', 'reading_card'] as const;
export const redemptionStates = ['reserved', 'handed_over', 'cancelled', 'returned'] as const;
export type RedemptionState = (typeof redemptionStates)[number];

const stock = () => z.object({ desk: id(), quantity: z.number().int().min(0) });
export const item = () =>
  z.object({
    id: id(),
    unit: id(),
    name: z.string(),
    kind: z.enum(itemKinds).describe('文具、图书、电影卡、读书卡'),
    price: points(),
    open: z.boolean(),
    stock: z.array(stock()),
    picture: z.string().optional().describe('图片的地址'),
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
  });
