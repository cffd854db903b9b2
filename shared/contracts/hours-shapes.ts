/** What the routes of the hours answer with. */
import * as z from 'zod';
import { exceptionCodes } from '../rules/exceptions.ts';
import { day, id, instant, minutes, points } from './shapes.ts';

/**
 * recorded → confirmed (leader) → published (another person of the unit) → final (the clock, after publicity).
 * From recorded and confirmed it can be sent back; a sent_back record is amended and becomes recorded again.
 */
export const recordStates = ['recorded', 'confirmed', 'published', 'final', 'sent_back'] as const;
export type RecordState = (typeof recordStates)[number];

export const record = () =>
  z.object({
    shift: id(),
    volunteer: id(),
    state: z.enum(recordStates),
    from: instant(),
    to: instant(),
    grade: z.enum(['A', 'B', 'C', 'D']).describe('证据等级'),
    credit: z.enum(['hours', 'stamp']).describe('时长，或低龄的参与印章'),
    minutes: minutes().describe('计入的分钟'),
    points: points().optional().describe('审核时定下的积分'),
    dueAt: instant().optional().describe('公示到何时生效'),
    provisional: z.boolean().optional().describe('生效日经过尚未公布节假日的年份，可能变动'),
    reason: z.string().optional().describe('退回的原因'),
  });
export const shift = () =>
  z.object({
    id: id(),
    team: id(),
    unit: id(),
    name: z.string(),
    place: z.string(),
    content: z.string(),
    category: z.string(),
    risk: z.string(),
    contact: z.string(),
    from: instant(),
    to: instant(),
    counts: z.partialRecord(z.enum(recordStates), z.number().int()),
    reasons: z.array(z.string()).optional().describe('被退回的记录的退回原因'),
    photo: z.string().optional().describe('纸质签到表照片的地址'),
  });
/** A shift in the approval queue. */
export const queuedShift = () =>
  shift().extend({
    deadline: day(),
    teamName: z.string(),
    people: z.number().int().describe('等待审核的人数'),
    asPlanned: z.boolean().describe('与计划相符，可以一次通过'),
    exceptions: z.array(z.enum(exceptionCodes)).describe('要细看的地方'),
  });
/** A record as its person follows it: every step on its way, and whom it waits for. */
export const followedRecord = () =>
  record().extend({
    name: z.string(),
    place: z.string(),
    waitsFor: z.enum(['leader', 'approver', 'publicity']).optional().describe('等领队、审核人，或公示期满'),
    steps: z.array(
      z.object({
        state: z.enum(recordStates),
        at: instant().optional().describe('走到这一步的时刻；还没有走到的不填'),
      }),
    ),
  });

export const waitingStates = ['recorded', 'confirmed', 'published'] as const;
const sum = () => ({
  records: z.number().int(),
  minutes: minutes(),
  points: points().describe('审核前是估计'),
});
/** What is on its way into a wallet. */
export const waiting = () =>
  z.object({ ...sum(), items: z.array(z.object({ state: z.enum(waitingStates), ...sum() })) });
