/** What the routes of the activities answer with. */
import * as z from 'zod';
import { dayMs } from '../rules/durations.ts';
import { means, participationStates } from '../rules/participation.ts';
import { shiftSaid } from './hours-shapes.ts';
import { areDistinct, day, id, instant, minutes, points, words } from './shapes.ts';

const rolesMax = 6;
const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '不是 HH:MM');
const span = () => z.object({ from: clock(), to: clock() }).refine(({ from, to }) => from < to, '结束要晚于开始');
export const interval = () =>
  z
    .object({ from: instant(), to: instant() })
    .refine(({ from, to }) => Date.parse(from) < Date.parse(to), '结束要晚于开始')
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= dayMs, '一场最长 24 小时');

/** A recurring duty in one form. */
const duty = () =>
  z.object({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).describe('1 为星期一'),
    spans: z.array(span()).min(1).max(4).describe('每天的时段，上海时间'),
    first: day(),
    last: day(),
    schoolDays: z.boolean().describe('只在上学日：避开节假日和 7、8 月，调休补课的周末照常'),
  });
const audiences = ['team', 'unit'] as const;
const role = () => z.object({ name: words(20), places: z.number().int().min(1).max(500) });
const grade = () => z.number().int().min(1).max(12);
const age = () => z.number().int().min(6).max(100);
const conditions = () =>
  z.object({
    ageMin: age().optional(),
    ageMax: age().optional(),
    grades: z.array(grade()).max(12).optional().describe('1–12 年级，不填为不限'),
    qualifications: z.array(words(20)).max(5).optional().describe('要先有的技能或培训'),
  });
const said = () => {
  const { makeUpReason: _, ...rest } = shiftSaid();
  return rest;
};
/** What a leader says of an activity beside when. */
export const activitySaid = () => ({
  ...said(),
  roles: z.array(role()).min(1).max(rolesMax).describe('角色和名额'),
  conditions: conditions(),
  accompanied: z.boolean().describe('需监护人陪同'),
  audience: z.enum(audiences).describe('本队队员，或本单位全体志愿者'),
});
export const times = () => ({
  shifts: z
    .array(interval())
    .min(1)
    .max(20)
    .refine((shifts) => areDistinct(shifts.map(spanned)), '同一时间填了两次')
    .optional()
    .describe('单场'),
  duty: duty()
    .refine(({ spans }) => areDistinct(spans.map(({ from, to }) => `${from}–${to}`)), '同一时段填了两次')
    .optional()
    .describe('每周都有的值班'),
});
const spanned = ({ from, to }: { from: string; to: string }) => `${Date.parse(from)}–${Date.parse(to)}`;
/** One of the two says when. */
export const hasTimes = ({ shifts, duty }: { shifts?: unknown; duty?: unknown }) =>
  (shifts === undefined) !== (duty === undefined);

const described = () => ({
  team: id(),
  unit: id(),
  name: z.string(),
  place: z.string(),
  content: z.string(),
  category: z.string(),
  risk: z.string(),
  contact: z.string(),
  riskLevel: z.number().int(),
  insurance: z.string().optional(),
  preparationMinutes: minutes().optional().describe('固定的准备时间，到场的每人同样计入'),
  conditions: conditions(),
  accompanied: z.boolean(),
  audience: z.enum(audiences),
});
export const activity = () =>
  z.object({
    id: id(),
    ...described(),
    roles: z.array(role()),
    duty: duty().optional(),
    first: day(),
    last: day(),
    shifts: z.number().int().describe('场次数'),
  });
const seats = () =>
  z.object({ name: z.string(), places: z.number().int(), free: z.number().int().describe('还空的名额') });
export const activityShift = () =>
  z.object({
    id: id(),
    activity: id(),
    ...described(),
    roles: z.array(seats()),
    from: instant(),
    to: instant(),
    isDuty: z.boolean(),
    state: z.enum(['open', 'cancelled']),
    cancelled: z
      .object({
        reason: z.enum(cancelReasons),
        note: z.string().optional(),
        brokenOff: z.boolean().describe('开始以后才取消：到取消时结束，此前的服务照常登记'),
        goodwill: z
          .object({
            points: points().describe('每人的积分'),
            people: z.number().int().describe('当时已经签到的人数'),
            given: z.boolean().describe('公共积分池不够时为否：都没有得到'),
          })
          .optional()
          .describe('临近开始才取消：给已经签到的人的心意积分，不是服务'),
      })
      .optional()
      .describe('为什么取消'),
    counts: z.partialRecord(z.enum(participationStates), z.number().int()).describe('各种状态各有几人'),
  });
export const cancelReasons = ['weather', 'emergency', 'other'] as const;
export const withdrawReasons = ['ill', 'school', 'family', 'other'] as const;
/** A person's part in a shift. */
export const participation = () =>
  z.object({
    shift: id(),
    volunteer: id(),
    state: z.enum(participationStates),
    role: z.number().int().describe('第几个角色，从 0 数'),
    name: z.string(),
    place: z.string(),
    from: instant(),
    to: instant(),
    isDuty: z.boolean(),
    position: z.number().int().optional().describe('候补的第几位'),
    offerUntil: instant().optional().describe('轮到了，请在此前确认'),
    freeUntil: instant().describe('在此前退出不问原因'),
    in: instant().optional(),
    out: instant().optional(),
    inBy: z.enum(means).optional().describe('怎样签到：本人扫码、领队扫卡、领队点名、纸质名单'),
    outBy: z.enum(means).optional(),
    late: z.boolean().optional().describe('没有网络时扫的，后来补交'),
    walkIn: z.boolean().optional().describe('没有报名，当场参加'),
    grade: z.enum(['A', 'B', 'C']).optional().describe('签到、签退得出的证据等级'),
  });
/** What became of one row of bulk work. */
const row = () =>
  z.object({
    id: id(),
    outcome: z.string().describe('done 或问题代码'),
    title: z.string().optional(),
    state: z.enum(participationStates).optional(),
  });
export const rows = () => z.object({ items: z.array(row()) });
