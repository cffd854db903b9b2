import * as z from 'zod';
import { invitation, invited } from './access.ts';
import { consentWord } from './consents.ts';
import { defineRoutes } from './route.ts';
import { id, pageOf, pageQuery, words } from './shapes.ts';
import { brought, consentState, placedVolunteer } from './volunteers.ts';

const team = () =>
  z.object({
    id: id(),
    unit: id(),
    name: z.string(),
    brand: z.string().optional().describe('品牌名，如 小手牵大手'),
    members: z.number().int(),
  });
const people = () => z.array(id()).min(1).max(45);

export const teams = defineRoutes({
  'POST /api/teams': {
    summary: '成立志愿服务队',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ unit: id(), name: words(40), brand: words(40).optional() }),
    answer: team,
    problems: ['not_found'],
  },
  'GET /api/teams': {
    summary: '我的单位的服务队；领队和志愿者看到自己的',
    allow: 'signed_in',
    query: () =>
      z.object({ ...pageQuery(), unit: id().optional().describe('只看这个单位及其下属单位的；默认为我的单位') }),
    answer: () => pageOf(team()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/teams/{team}': {
    summary: '一支服务队',
    allow: 'signed_in',
    params: () => z.object({ team: id() }),
    answer: team,
    problems: ['not_found'],
  },
  'GET /api/teams/{team}/members': {
    summary: '服务队的成员',
    allow: ['district_admin', 'unit_admin', 'approver', 'leader'],
    opens: 'list',
    params: () => z.object({ team: id() }),
    query: () => z.object(pageQuery()),
    answer: () => pageOf(z.object({ volunteer: id(), name: z.string(), number: z.string(), class: z.string() })),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/teams/{team}/members': {
    summary: '志愿者入队（每次最多 45 人，逐人给出结果）',
    allow: ['district_admin', 'unit_admin', 'leader'],
    write: 'derived',
    params: () => z.object({ team: id() }),
    body: () => z.object({ volunteers: people() }),
    answer: () => z.object({ items: z.array(z.object({ id: id(), outcome: z.string() })), team: team() }),
    problems: ['not_found'],
  },
  'POST /api/teams/{team}/departures': {
    summary: '志愿者离队',
    allow: ['district_admin', 'unit_admin', 'leader'],
    write: 'derived',
    params: () => z.object({ team: id() }),
    body: () => z.object({ volunteers: people() }),
    answer: () => z.object({ items: z.array(z.object({ id: id(), outcome: z.string() })), team: team() }),
    problems: ['not_found'],
  },
  'POST /api/teams/{team}/leaders': {
    summary: '任命领队：新同事得到一个只显示一次的激活码；已有登录名的同事增加一个身份',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    stepUp: true,
    status: 201,
    params: () => z.object({ team: id() }),
    body: invitation,
    answer: invited,
    problems: ['not_found', 'login_taken'],
  },
  'GET /api/volunteers/{volunteer}': {
    summary: '一名志愿者：班级、同意书、是否已激活；领队只看自己队里的人',
    allow: ['district_admin', 'unit_admin', 'approver', 'leader'],
    opens: 'file',
    params: () => z.object({ volunteer: id() }),
    answer: () =>
      placedVolunteer().extend({
        brought: brought(),
        consents: z.array(consentWord()).describe('已登记的同意书，最近的在前'),
      }),
    problems: ['not_found'],
  },
  'GET /api/me': {
    summary: '我自己：姓名、班级、学号、同意书、我的服务队',
    allow: ['volunteer', 'guardian'],
    answer: () =>
      z.object({
        id: id(),
        name: z.string(),
        number: z.string().describe('学号'),
        class: z.string(),
        school: id(),
        schoolName: z.string(),
        consent: consentState(),
        brought: brought(),
        teams: z.array(z.object({ id: id(), name: z.string(), brand: z.string().optional() })),
      }),
    problems: [],
  },
});
