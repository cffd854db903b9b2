/** What the routes of the orders speak of. */
import * as z from 'zod';
import { dayParts, dispatchFactors, type Slot } from '../rules/dispatch.ts';
import { orderChannels, orderLanes, orderStates } from '../rules/order-states.ts';
import { needPhrases, orderRatingTags, skills } from '../rules/service-menu.ts';
import { id, instant, words } from './shapes.ts';

const slotNames = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => dayParts.map((part) => `${day}-${part}` as Slot));

export const kindName = () =>
  z
    .string()
    .regex(/^[a-z][a-z_]{1,29}$/)
    .describe('服务的代号，如 haircut');
export const menuKind = () =>
  z.object({
    kind: kindName(),
    title: z.string(),
    minutes: z.number().int().describe('通常要多久'),
    riskLevel: z.number().int(),
    homeVisit: z.boolean().describe('上门'),
    skill: z.enum(skills),
    mayBeUrgent: z.boolean(),
    days: z.number().int().describe('接单后多少天内完成'),
    open: z.boolean(),
  });

/** Kept to about 100 metres: enough to find who is near, too little to find a door. */
export const spot = () =>
  z.object({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  });
/** Whom and where: kept encrypted. */
export const contact = () =>
  z.object({
    name: words(40),
    phone: z
      .string()
      .trim()
      .regex(/^[0-9+() -]{5,20}$/, '不是电话号码'),
    address: words(120),
  });
export const orderRating = () => ({
  stars: z.number().int().min(1).max(5),
  tags: z.array(z.enum(orderRatingTags)).max(orderRatingTags.length).default([]),
});

/** One step on an order's way: by what kind of person, never by name. */
const step = () =>
  z.object({
    state: z.enum(orderStates),
    at: instant(),
    by: z.string().describe('经办人的身份；clock 为到时自动'),
    team: z.string().optional().describe('服务队的名字'),
    takenFrom: z.string().optional().describe('从哪支队收回的'),
    reason: z.string().optional(),
  });
/** What everybody who may see an order at all sees of it. */
const orderFacts = () => ({
  id: id(),
  state: z.enum(orderStates),
  kind: kindName(),
  title: z.string(),
  unit: id(),
  unitName: z.string(),
  from: instant(),
  to: instant(),
  minutes: z.number().int(),
  homeVisit: z.boolean(),
  urgent: z.boolean(),
  placedAt: instant(),
  due: instant().optional().describe('这一步应在此前完成'),
  late: z.boolean().describe('这一步已过期限'),
});
/** The resident's own view, also behind the link and the code. */
export const followedOrder = () =>
  z.object({
    ...orderFacts(),
    teamName: z.string().optional(),
    steps: z.array(step()),
    mayRate: z.boolean(),
    mayCancel: z.boolean(),
    stars: z.number().int().optional(),
  });
/** A placed order with what its resident follows it by. */
export const trackedOrder = () =>
  followedOrder().extend({
    link: z.string().describe('查询链接里的凭据；不含个人信息'),
    code: z.string().describe('四位查询码'),
  });
/** A line of the desk's queue: without name, phone or address. */
export const queuedOrder = () =>
  z.object({
    ...orderFacts(),
    lane: z.enum(orderLanes),
    channel: z.enum(orderChannels),
    teamName: z.string().optional(),
    stars: z.number().int().optional(),
  });
const need = () => ({
  phrases: z.array(z.enum(needPhrases)).max(needPhrases.length),
  need: z.string().optional().describe('居民的话，社区看过的'),
  risk: z.string().describe('居民说明的风险，社区看过的'),
  riskLevel: z.number().int(),
});
/** An order as the desk opens it. */
export const openedOrder = () =>
  followedOrder().extend({
    ...need(),
    channel: z.enum(orderChannels),
    contact: contact(),
    link: z.string(),
    code: z.string(),
    tags: z.array(z.enum(orderRatingTags)).optional(),
    callBackDue: instant().optional(),
    callBackNote: z.string().optional(),
    people: z.number().int().describe('安排了几个人'),
    shift: id().optional(),
  });
/** An order as a team sees it: never with whom or which door. */
export const teamOrder = () =>
  z.object({
    ...orderFacts(),
    ...need(),
    offered: z.boolean().describe('派给了这支队'),
    members: z.array(id()),
    startedAt: instant().optional(),
    shift: id().optional(),
    stars: z.number().int().optional(),
  });
/** An order that was taken from a team, without what was needed. */
export const takenOrder = () =>
  z.object({
    id: id(),
    title: z.string(),
    unitName: z.string(),
    from: instant(),
    to: instant(),
    at: instant().describe('什么时候收回的'),
    reason: z.string(),
  });
export const teamProfile = () =>
  z.object({
    takes: z.boolean().describe('现在接单'),
    skills: z.array(z.enum(skills)).max(skills.length),
    slots: z.array(z.enum(slotNames)).max(slotNames.length).describe('每周有空的时段；1 为周一'),
    loadMax: z.number().int().min(1).max(20).describe('同时最多几张单'),
    spot: spot().optional(),
  });
/** A team as a candidate, with why. */
export const candidate = () =>
  z.object({
    team: id(),
    name: z.string(),
    points: z.number().int(),
    reasons: z.array(z.object({ factor: z.enum(dispatchFactors), value: z.number().int(), points: z.number().int() })),
  });
