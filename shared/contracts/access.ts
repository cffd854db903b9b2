import * as z from 'zod';
import { roles } from '../roles.ts';
import { unitKinds } from '../rules/units.ts';
import { defineRoutes } from './route.ts';
import { id, instant, pageOf, pageQuery, words } from './shapes.ts';

const post = () =>
  z.object({
    id: z.string(),
    role: z.enum(roles),
    scope: z.string(),
    scopeName: z.string().optional().describe('服务队或兑换点的名称'),
    unit: id(),
    unitName: z.string(),
    unitKind: z.enum(unitKinds).optional(),
    unitCode: z.string().optional().describe('单位是学校时的学校代码'),
    until: instant().optional().describe('到这时自己结束'),
  });
/** How the account's pages look, on whatever device; what was never chosen is absent. */
const look = () =>
  z.object({
    language: z.enum(['zh-CN', 'en']).optional(),
    size: z.enum(['normal', 'large']).optional().describe('large：长辈模式'),
    theme: z.enum(['auto', 'light', 'dark']).optional(),
  });
/** Who is signed in, as what, and as what else they could act. */
export const session = () =>
  z.object({
    account: id(),
    person: id(),
    name: z.string().optional().describe('工作人员自己的姓名；学生的见 GET /api/me'),
    post: post(),
    posts: z.array(post()),
    until: instant(),
    look: look(),
    hasTotp: z.boolean().describe('已绑定动态验证码'),
    waits: z.enum(['totp', 'enrol']).optional().describe('还要先输入（totp）或绑定（enrol）动态验证码'),
  });
export const staff = () =>
  z.object({
    account: id(),
    login: z.string(),
    name: z.string(),
    posts: z.array(post()),
    active: z.boolean(),
    hasTotp: z.boolean(),
  });
/** Who is asked to take a post, and what the first answer shows. */
export const invitation = () => z.object({ login: login(), name: words(40) });
export const invited = () =>
  staff().extend({ code: z.string().optional().describe('激活码，14 天内用一次；重发请求时不再显示') });
export const login = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._@-]{2,63}$/);
export const pin = () =>
  z
    .string()
    .regex(/^\d{6}$/)
    .describe('六位数字');
const remember = () => z.boolean().optional().describe('记住这台设备：领队在上面 30 天不用再登录');
const password = () => z.string().min(1).max(200);

export const access = defineRoutes({
  'POST /api/sessions': {
    summary: '登录：工作人员用登录名和密码，学生用学校代码、学号和 PIN',
    allow: 'anyone',
    write: 'keyless',
    status: 201,
    body: () =>
      z.union([
        z.strictObject({ login: login(), password: password(), remember: remember() }),
        z.strictObject({
          school: z.string().regex(/^\d{6}$/),
          number: words(40),
          pin: pin(),
          remember: remember(),
        }),
      ]),
    answer: session,
    problems: ['sign_in_failed', 'sign_in_paused'],
  },
  'DELETE /api/session': {
    summary: '退出登录',
    allow: 'anyone',
    write: 'keyless',
    body: () => z.object({}),
    answer: () => z.object({ signedOut: z.literal(true) }),
    problems: [],
  },
  'GET /api/session': {
    summary: '我是谁，以什么身份',
    allow: 'signed_in',
    beforeSecondStep: true,
    answer: session,
    problems: [],
  },
  'POST /api/session/post': {
    summary: '换一个身份',
    allow: 'signed_in',
    write: 'derived',
    beforeSecondStep: true,
    body: () => z.object({ post: z.string() }),
    answer: session,
    problems: ['not_found'],
  },
  'PUT /api/session/look': {
    summary: '记住自己页面的语言、字号和明暗：只改填了的几项',
    allow: 'signed_in',
    write: 'derived',
    beforeSecondStep: true,
    body: look,
    answer: look,
    problems: [],
  },
  'POST /api/activations': {
    summary: '用一次性激活码设置密码或 PIN，并登录',
    allow: 'anyone',
    write: 'keyless',
    status: 201,
    body: () =>
      z.union([
        z.strictObject({ code: words(20), pin: pin() }),
        z.strictObject({ code: words(20), password: password() }),
      ]),
    answer: session,
    problems: ['code_invalid', 'secret_too_weak', 'sign_in_paused'],
  },
  'POST /api/session/secret': {
    summary: '修改自己的密码或 PIN',
    allow: 'signed_in',
    write: 'derived',
    body: () => z.object({ old: password(), new: password() }),
    answer: () => z.object({ changed: z.literal(true) }),
    problems: ['sign_in_failed', 'sign_in_paused', 'secret_too_weak'],
  },
  'POST /api/staff': {
    summary: '请一位工作人员：得到一个只显示一次的激活码；已有登录名的同事增加一个身份',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    stepUp: true,
    status: 201,
    body: () =>
      invitation().extend({
        role: z.enum(['district_admin', 'unit_admin', 'approver', 'desk', 'auditor']).describe('领队由服务队任命'),
        scope: id().describe('单位；兑换点填兑换点'),
      }),
    answer: invited,
    problems: ['not_found', 'login_taken'],
  },
  'GET /api/staff': {
    summary: '单位里的工作人员',
    allow: ['district_admin', 'unit_admin'],
    query: () => z.object({ unit: id(), ...pageQuery() }),
    answer: () => pageOf(staff()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/staff/{account}/codes': {
    summary: '给丢了激活码或忘了密码的同事一个新的激活码',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    stepUp: true,
    status: 201,
    params: () => z.object({ account: id() }),
    body: () => z.object({}),
    answer: invited,
    problems: ['not_found'],
  },
  'DELETE /api/staff/{account}/posts/{post}': {
    summary: '解除同事的一个身份，从他的下一次请求起生效',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    stepUp: true,
    params: () => z.object({ account: id(), post: z.string().max(80) }),
    body: () => z.object({}),
    answer: staff,
    problems: ['not_found'],
  },
});
