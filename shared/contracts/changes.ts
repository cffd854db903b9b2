import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { id, instant, minutes, pageOf, pageQuery, points, words } from './shapes.ts';

/**
 * A correction of final hours, points given or taken by hand, debt that is waived, two registrations of one person made
 * one, and that taken back; a record found to have been made up on purpose, and that lifted.
 */
const changeKinds = ['correction', 'adjustment', 'waiver', 'merge', 'separation', 'finding', 'lifting'] as const;
/** Proposed by one person, then approved or refused by another. */
export const changeStates = ['proposed', 'approved', 'refused'] as const;

const reason = () => words(200);
const changeParams = () => z.object({ change: id() });

const finding = () =>
  z.object({
    shift: id(),
    service: z.string(),
    about: z.enum(['volunteer', 'recorder']),
    recorder: z.string().describe('登记人姓名'),
    mayLift: z.boolean().describe('已经认定，可以提出解除'),
  });

export const change = () =>
  z.object({
    id: id(),
    kind: z.enum(changeKinds),
    state: z.enum(changeStates),
    unit: id(),
    volunteer: id(),
    name: z.string().describe('志愿者姓名'),
    class: z.string(),
    reason: z.string(),
    proposedBy: z.string().describe('提出人姓名'),
    proposedAt: instant(),
    mayDecide: z.boolean().describe('您可以决定这一项'),
    correction: z
      .object({
        shift: id(),
        service: z.string(),
        minutesBefore: minutes(),
        minutes: minutes().describe('更正后的分钟'),
        pointsBefore: points(),
        points: points().describe('更正后的积分'),
      })
      .optional(),
    merge: z
      .object({
        volunteer: id().describe('被并入的登记'),
        name: z.string(),
        class: z.string(),
        number: z.string(),
        minutes: minutes().describe('并过去的时长；提出撤销时为要还回的'),
        points: points(),
        mayUndo: z.boolean().describe('已经合并，可以提出撤销'),
      })
      .optional()
      .describe('合并登记，或撤销合并'),
    finding: finding().optional().describe('认定弄虚作假，或解除认定'),
    points: z.number().int().optional().describe('调整：增加或减少的积分；核销：提出时待补足的积分'),
    decidedBy: z.string().optional().describe('决定人姓名'),
    decidedAt: instant().optional(),
    answer: z.string().optional().describe('决定人的说明'),
    effect: z
      .object({
        points: z.number().int().describe('可用积分的变动'),
        debt: z.number().int().describe('待补足积分的变动'),
        cancelled: z.number().int().describe('因此取消的兑换单'),
      })
      .optional()
      .describe('同意以后账户上发生了什么'),
  });

export const changes = defineRoutes({
  'POST /api/corrections': {
    summary: '提出更正一条已生效的服务记录（只减不增），等另一人决定',
    allow: ['approver', 'unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ shift: id(), volunteer: id(), minutes: minutes(), reason: reason() }),
    answer: change,
    problems: ['not_found', 'own_account', 'relative_hours', 'record_not_open', 'correction_not_lower'],
  },
  'POST /api/adjustments': {
    summary: '提出增加或减少一个人的积分，等另一人决定',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        volunteer: id(),
        points: z
          .number()
          .int()
          .refine((count) => count !== 0, '不能是 0')
          .describe('增加的积分；减少的为负'),
        reason: reason(),
      }),
    answer: change,
    problems: ['not_found', 'own_account', 'relative_hours', 'adjustment_too_large', 'balance_too_low'],
  },
  'POST /api/waivers': {
    summary: '提出核销一个人待补足的积分，等另一人决定（成年人的由区级办理）',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ volunteer: id(), reason: reason() }),
    answer: change,
    problems: ['not_found', 'own_account', 'relative_hours', 'debt_none', 'waiver_needs_district'],
  },
  'GET /api/changes': {
    summary: '一个单位的更正、调整和核销：等待决定的，或已经办结的（最近的在前）',
    allow: ['approver', 'unit_admin', 'district_admin'],
    opens: 'list',
    query: () => z.object({ unit: id(), state: z.enum(['open', 'closed']).default('open'), ...pageQuery() }),
    answer: () => pageOf(change()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/changes/{change}': {
    summary: '一项更正、调整或核销',
    allow: ['approver', 'unit_admin', 'district_admin'],
    opens: 'list',
    params: changeParams,
    answer: change,
    problems: ['not_found'],
  },
  'POST /api/changes/{change}/decision': {
    summary: '由另一人同意或不同意；同意即时入账',
    allow: ['approver', 'unit_admin', 'district_admin'],
    write: 'derived',
    params: changeParams,
    body: () => z.object({ approved: z.boolean(), answer: words(200).optional().describe('说明；不同意时应写明') }),
    answer: change,
    problems: [
      'not_found',
      'second_person_needed',
      'own_account',
      'relative_hours',
      'change_decided',
      'change_outdated',
      'balance_too_low',
      'waiver_needs_district',
      'merge_overlap',
      'merge_records_open',
      'merge_redemptions_open',
      'right_suspended',
    ],
  },
  'GET /api/pool': {
    summary: '一个单位及其下级的公共积分池：捐出的和超出上限的积分；区里的还减去已发的心意积分',
    allow: ['unit_admin', 'district_admin', 'auditor'],
    query: () => z.object({ unit: id() }),
    answer: () =>
      z.object({
        unit: id(),
        points: points().describe('现有'),
        donated: points(),
        surplus: points(),
        granted: points().describe('已从池里发给人的：只由区里发'),
      }),
    problems: ['not_found'],
  },
});
