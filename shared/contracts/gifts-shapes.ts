/** What the routes of star gifts answer with. */
import * as z from 'zod';
import { item } from './rewards-shapes.ts';
import { id, instant } from './shapes.ts';

export { pickUp, redemption } from './rewards-shapes.ts';

export const schemes = ['primary', 'junior', 'senior', 'national'] as const;
export const giftStates = ['open', 'claimed', 'handed_over', 'expired'] as const;
export type GiftState = (typeof giftStates)[number];

const star = () => ({
  id: z.string().describe('例如 primary-1'),
  scheme: z.enum(schemes),
  level: z.number().int().min(1).max(5),
});
export const gift = () =>
  z.object({
    ...star(),
    state: z.enum(giftStates),
    at: instant(),
    until: instant().describe('最晚领取'),
    redemption: id().optional(),
  });
export const giftItem = item;
/** What a desk sees of a gift that waits: first name, class and level. */
export const openGift = () =>
  z.object({ ...star(), volunteer: id(), person: z.string(), class: z.string(), until: instant() });
