/** Guardians: their children, what is stored about a person, what is wrong in it, and who looked. */
import * as z from 'zod';
import { roles } from '../roles.ts';
import { defineRoutes } from './route.ts';
import { day, id, instant, pageOf, pageQuery, words } from './shapes.ts';
import { consentState } from './volunteers.ts';

const facts = () => z.array(z.record(z.string(), z.unknown()));
const opening = () =>
  z.object({
    at: instant(),
    role: z.enum(roles).describe('以什么身份'),
    unitName: z.string(),
    what: z.string().describe('打开了什么'),
  });
const guardian = () => z.object({ account: id(), login: z.string(), since: day() });
const subjects = ['name', 'birth_date', 'class', 'hours', 'points', 'deletion', 'other'] as const;
const request = () =>
  z.object({
    id: id(),
    about: z.enum(subjects).describe('姓名、出生日期、班级、时长、积分、删除信息、其他'),
    text: z.string(),
    at: instant(),
    byRole: z.enum(roles),
    state: z.enum(['open', 'corrected', 'refused']),
    answer: z.string().optional(),
    answeredAt: instant().optional(),
  });
const volunteerParams = () => z.object({ volunteer: id() });

export const guardians = defineRoutes({
  'GET /api/me/children': {
    summary: '我的孩子：同一个登录下的几个孩子，切换身份就看另一个',
    allow: ['guardian'],
    answer: () =>
      z.object({
        items: z.array(
          z.object({
            volunteer: id(),
            post: z.string().describe('换到这个孩子时用的身份'),
            name: z.string(),
            class: z.string(),
            schoolName: z.string(),
            consent: consentState(),
            current: z.boolean(),
          }),
        ),
      }),
    problems: [],
  },
  'GET /api/volunteers/{volunteer}/guardians': {
    summary: '能登录查看这个学生的监护人',
    allow: ['district_admin', 'unit_admin'],
    params: volunteerParams,
    answer: () => z.object({ items: z.array(guardian()) }),
    problems: ['not_found'],
  },
  'DELETE /api/volunteers/{volunteer}/guardians/{account}': {
    summary: '解除一位监护人，从他的下一次请求起生效',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    params: () => z.object({ volunteer: id(), account: id() }),
    body: () => z.object({}),
    answer: () => z.object({ items: z.array(guardian()) }),
    problems: ['not_found'],
  },
  'GET /api/volunteers/{volunteer}/openings': {
    summary: '谁看过这个学生的档案，最近的在前',
    allow: ['district_admin', 'unit_admin'],
    params: volunteerParams,
    query: () => z.object(pageQuery()),
    answer: () => pageOf(opening()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/me/data': {
    summary: '下载系统里关于我（或我的孩子）的全部信息',
    allow: ['volunteer', 'guardian'],
    answer: () =>
      z.object({
        on: instant(),
        person: z.record(z.string(), z.unknown()),
        consents: facts(),
        guardians: facts(),
        teams: facts(),
        records: facts(),
        balance: z.record(z.string(), z.unknown()),
        entries: facts(),
        redemptions: facts(),
        merits: facts().describe('培训和奖励，连同撤回的'),
        qualifications: z.array(z.string()).describe('技能和资格'),
        signUps: facts().describe('报名的活动'),
        visits: facts().describe('参加的上门服务，没有居民的信息'),
        claims: facts().describe('认领的微心愿，没有许愿人的信息'),
        certificates: facts().describe('申请过的志愿服务记录证明'),
        requests: facts(),
        openings: z.array(opening()).describe('工作人员查看档案的记录'),
      }),
    problems: [],
  },
});

export const corrections = defineRoutes({
  'POST /api/me/correction-requests': {
    summary: '请学校更正或删除关于我（或我的孩子）的信息',
    allow: ['volunteer', 'guardian'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ about: z.enum(subjects), text: words(300) }),
    answer: request,
    problems: [],
  },
  'GET /api/me/correction-requests': {
    summary: '我提过的更正请求和答复，最近的在前',
    allow: ['volunteer', 'guardian'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(request()),
    problems: ['cursor_invalid'],
  },
  'GET /api/correction-requests': {
    summary: '学校收到的更正请求，最近的在前',
    allow: ['district_admin', 'unit_admin'],
    opens: 'list',
    query: () => z.object({ unit: id(), ...pageQuery() }),
    answer: () => pageOf(request().extend({ volunteer: id(), name: z.string(), class: z.string() })),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/correction-requests/{request}/answer': {
    summary: '答复更正请求：已更正，或不能更正的书面理由',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    params: () => z.object({ request: id() }),
    body: () => z.object({ decision: z.enum(['corrected', 'refused']), answer: words(300) }),
    answer: request,
    problems: ['not_found', 'request_answered'],
  },
});
