/** What the routes of the hours answer with. */
import * as z from 'zod';
import { categories } from '../rules/category-settings.ts';
import { creditSteps } from '../rules/credit.ts';
import { preparationMinutesMost } from '../rules/day-settings.ts';
import { exceptionCodes } from '../rules/exceptions.ts';
import { latenessSteps } from '../rules/lateness.ts';
import { objectionDecisions, objectionReasons } from '../rules/objections.ts';
import { means } from '../rules/participation.ts';
import { day, id, instant, minutes, points, words } from './shapes.ts';

/**
 * recorded → confirmed (leader) → published (another person of the unit) → final (the clock, after publicity).
 * From recorded and confirmed it can be sent back; a sent_back record is amended and becomes recorded again. An
 * objection freezes a published record (objected) until the unit decides: published again, or rejected. A final record
 * that two people found to count too much is corrected: it counts less, and the wallet has a new entry.
 */
export const recordStates = [
  'recorded',
  'confirmed',
  'published',
  'final',
  'sent_back',
  'objected',
  'rejected',
  'corrected',
] as const;
export type RecordState = (typeof recordStates)[number];

export const waitsFor = ['leader', 'approver', 'second_approver', 'publicity', 'objection'] as const;
export const ratingTags = ['punctual', 'careful', 'friendly', 'helpful', 'safe', 'leads'] as const;
/** What a leader says of how somebody did it. */
export const rating = () =>
  z.object({
    quality: z.number().int().min(1).max(5),
    tags: z
      .array(z.enum(ratingTags))
      .max(ratingTags.length)
      .optional()
      .describe('守时、认真、友善、乐于助人、注意安全、能带头'),
  });
/** Whom a record waits for, since when, and how late that is. */
const standing = () => ({
  waitsFor: z.enum(waitsFor).optional().describe('等领队、审核人、补录的第二位审核人、公示期满，或异议的处理'),
  since: instant().optional().describe('从什么时候起等'),
  late: z.enum(latenessSteps).optional().describe('迟了：领队未确认、单位未审核、临近法定期限、已过法定期限'),
  asked: z.boolean().optional().describe('本人在这一步问过'),
});
/** A record with where it stands. */
const standingRecord = () => record().extend(standing());
/** A line of the owner's list. */
export const ownRecord = () => standingRecord().extend({ name: z.string(), place: z.string() });
/** A record of a shift as those who look after the shift see it. */
export const namedRecord = () => standingRecord().extend({ name: z.string(), rating: rating().optional() });
/** An objection as the record's owner and the unit see it. */
const objection = () =>
  z.object({
    by: z.enum(['volunteer', 'guardian', 'public']),
    reason: z.enum(objectionReasons),
    text: z.string().optional(),
    at: instant(),
    decision: z.enum(objectionDecisions).optional(),
    answer: z.string().optional(),
    decider: z.string().optional().describe('处理人的姓名'),
    decidedAt: instant().optional(),
  });

export const record = () =>
  z.object({
    shift: id(),
    volunteer: id(),
    state: z.enum(recordStates),
    from: instant(),
    to: instant(),
    grade: z.enum(['A', 'B', 'C', 'D']).describe('证据等级'),
    attended: z
      .object({ in: instant(), inBy: z.enum(means), out: instant(), outBy: z.enum(means) })
      .optional()
      .describe('活动中的签到和签退：何时、怎样'),
    credit: z.enum(['hours', 'stamp']).describe('时长，或低龄的参与印章'),
    minutes: minutes().describe('计入的分钟'),
    computed: z
      .array(z.object({ step: z.enum(creditSteps), minutes: z.number().int() }))
      .describe('这些分钟是怎么算出来的：逐项加减，合计为计入的分钟'),
    points: points().optional().describe('审核时定下的积分'),
    dueAt: instant().optional().describe('公示到何时生效'),
    provisional: z.boolean().optional().describe('生效日经过尚未公布节假日的年份，可能变动'),
    reason: z.string().optional().describe('退回的原因'),
  });
/** What a leader says of a service beside when and who. */
export const shiftSaid = () => ({
  name: words(60),
  place: words(100),
  content: words(300),
  category: z.enum(categories).describe('环境保洁、政策宣讲、文明引导、爱心传递、其他'),
  risk: words(200).describe('风险提示'),
  contact: words(60).describe('现场联系人和电话'),
  riskLevel: z.number().int().min(0).max(3).optional().describe('风险等级 0–3，不填为 0'),
  insurance: words(60).optional().describe('保险单号；风险二级及以上必填'),
  accompanied: z.boolean().optional().describe('有家长陪同；没有的，不满计时长年龄的孩子不登记'),
  peopleServed: z.number().int().min(0).max(100_000).optional().describe('这场服务了多少人，估一估就行'),
  preparationMinutes: z
    .number()
    .int()
    .min(0)
    .max(preparationMinutesMost)
    .optional()
    .describe('固定的准备时间，到场的每人同样计入；路上的时间不计，补录的不计'),
  makeUpReason: words(200).optional().describe('过了及时登记期限才登记的原因，补录时必填'),
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
    riskLevel: z.number().int().optional().describe('风险等级 0–3'),
    insurance: z.string().optional().describe('保险单号'),
    peopleServed: z.number().int().optional().describe('服务了多少人'),
    preparationMinutes: minutes().optional().describe('固定的准备时间'),
    makeUpReason: z.string().optional().describe('补录的原因'),
    from: instant(),
    to: instant(),
    counts: z.partialRecord(z.enum(recordStates), z.number().int()),
    reasons: z.array(z.string()).optional().describe('被退回的记录的退回原因'),
    asked: z.number().int().optional().describe('有几个人在问'),
    late: z.enum(latenessSteps).optional().describe('这一场里最迟的一条'),
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
  standingRecord().extend({
    name: z.string(),
    place: z.string(),
    objection: objection().optional(),
    rating: rating().optional().describe('领队的评价，只给本人和监护人看'),
    mayObject: z.boolean().describe('现在可以提出异议'),
    correction: z
      .object({
        reason: z.string(),
        at: instant(),
        minutesBefore: minutes(),
        pointsBefore: points(),
        proposedBy: z.string(),
        decidedBy: z.string(),
      })
      .optional()
      .describe('最近一次更正：原来计入多少、为什么、两位经办人的姓名'),
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
  z.object({
    ...sum(),
    items: z.array(z.object({ state: z.enum(waitingStates), ...sum() })),
    reserved: z
      .object({ redemptions: z.number().int(), points: points() })
      .describe('冻结的：还没有领取的兑换单和积分'),
  });
/** A shift on the public list: masked names, and classes of whoever is only counted. */
export const publicShift = () =>
  z.object({
    shift: id(),
    name: z.string(),
    place: z.string(),
    day: day(),
    until: instant(),
    people: z.array(z.object({ name: z.string(), class: z.string(), minutes: minutes(), ref: z.string().optional() })),
    classes: z.array(z.object({ class: z.string(), people: z.number().int(), minutes: minutes() })),
  });
