/** A pupil moves to another school, in the district or beyond: both schools and the guardian each say yes. */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id, instant, pageOf, pageQuery, words } from './shapes.ts';

export const moveStates = ['open', 'done', 'called_off'] as const;

const place = () => z.object({ school: id(), name: z.string() });
const mine = () => ({
  from: place(),
  to: place(),
  toOtherDistrict: z.boolean().describe('转去别的区：时长和星级作为记录带去，积分留下'),
  state: z.enum(moveStates).describe('办理中、已转学、不再办理'),
  at: instant(),
  consent: z.enum(['paper', 'link', 'own']).optional().describe('监护人（满 14 周岁的本人）同意的方式'),
  accepted: z.boolean().describe('新学校已接收'),
});
const move = () =>
  z.object({
    ...mine(),
    volunteer: id(),
    name: z.string(),
    class: z.string().describe('在原学校的班级'),
    reason: z.string(),
    proposedBy: z.string().describe('原学校的办理人'),
    mayAccept: z.boolean().describe('由您这边接收'),
    answer: z.string().optional().describe('不再办理的原因'),
  });
const paperOn = () => day().optional().describe('监护人在纸上签字同意的日期');
const moveParams = () => z.object({ volunteer: id() });

export const moves = defineRoutes({
  'POST /api/moves': {
    summary: '原学校提出转学：等新学校接收，等监护人同意',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        volunteer: id(),
        schoolCode: z.string().regex(/^\d{6}$/, '学校代码是 6 位数字'),
        reason: words(200),
        paperOn: paperOn(),
      }),
    answer: move,
    problems: ['not_found', 'person_not_eligible', 'move_open', 'move_needless', 'move_school_unknown'],
  },
  'GET /api/moves': {
    summary: '一所学校正在办的转学：转出的和转入的',
    allow: ['unit_admin', 'district_admin'],
    opens: 'list',
    query: () => z.object({ unit: id(), ...pageQuery() }),
    answer: () => pageOf(move()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/moves/{volunteer}/acceptance': {
    summary: '新学校接收：编入班级，给新学号；监护人已同意的，转学随即办成',
    allow: ['unit_admin', 'district_admin'],
    write: 'derived',
    params: moveParams,
    body: () =>
      z.object({
        grade: z.number().int().min(1).max(12).describe('本学年的年级，1–12'),
        classNumber: z.number().int().min(1).max(999),
        number: z.string().trim().min(1).max(32).describe('在新学校的学号'),
        paperOn: paperOn(),
      }),
    answer: move,
    problems: ['not_found', 'move_closed', 'number_taken'],
  },
  'POST /api/moves/{volunteer}/calling-off': {
    summary: '不再办理转学：任何一所学校都可以，写明原因',
    allow: ['unit_admin', 'district_admin'],
    write: 'derived',
    params: moveParams,
    body: () => z.object({ answer: words(200) }),
    answer: move,
    problems: ['not_found', 'move_closed'],
  },
  'GET /api/me/move': {
    summary: '我（或我的孩子）的转学',
    allow: ['volunteer', 'guardian'],
    answer: () => z.object({ move: z.object({ ...mine(), mayConsent: z.boolean() }).optional() }),
    problems: [],
  },
  'POST /api/me/move/consent': {
    summary: '监护人（满 14 周岁的本人）同意转学；新学校已接收的，转学随即办成',
    allow: ['volunteer', 'guardian'],
    write: 'derived',
    body: () => z.object({}),
    answer: () => z.object({ move: z.object({ ...mine(), mayConsent: z.boolean() }).optional() }),
    problems: ['move_closed', 'consent_not_yours', 'number_taken'],
  },
});
