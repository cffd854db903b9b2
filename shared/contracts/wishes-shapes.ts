/** What the routes of the wishes speak of. */
import * as z from 'zod';
import { ageBands, handOverProofs, thanksPhrases, wishLanes, wishStates } from '../rules/wish-states.ts';
import { contact } from './orders-shapes.ts';
import { id, instant, words } from './shapes.ts';

export const wishSaid = () => ({
  item: words(40).describe('一件物品，不指定品牌'),
  yuan: z.number().int().min(1).max(10_000).describe('大约多少元，只作参考'),
  story: words(200),
  ageBand: z.enum(ageBands).describe('不满 14、14–17、18–59、60 岁以上'),
});
/** What a stranger sees: never name, phone or address. */
export const listedWish = () =>
  z.object({
    id: id(),
    state: z.enum(wishStates),
    pseudonym: z.string(),
    unitName: z.string(),
    item: z.string(),
    yuan: z.number().int(),
    story: z.string(),
    ageBand: z.enum(ageBands),
    until: instant().optional().describe('展示到何时；认领的在此前送到'),
    thanks: z.array(z.enum(thanksPhrases)).optional(),
  });
export const claimedWish = () =>
  listedWish().extend({ mine: z.boolean(), mayRelease: z.boolean(), delivered: z.boolean() });
export const queuedWish = () =>
  listedWish().extend({
    lane: z.enum(wishLanes).optional(),
    unit: id(),
    late: z.boolean(),
    claimer: z.string().optional().describe('认领方：志愿者、监护人、服务队的名字、单位的名字'),
  });
export const openedWish = () =>
  queuedWish().extend({
    contact: contact(),
    reason: z.string().optional(),
    proof: z.enum(handOverProofs).optional(),
    proofNote: z.string().optional(),
    photo: z.string().optional(),
  });
export const ownWish = () => listedWish().extend({ reason: z.string().optional(), mayWithdraw: z.boolean() });
