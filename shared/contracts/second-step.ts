/** How staff prove that it is they: codes from a phone, a fresh proof before what is grave, devices that are known. */
import * as z from 'zod';
import { session } from './access.ts';
import { defineRoutes } from './route.ts';
import { id, instant } from './shapes.ts';

const staff = ['district_admin', 'unit_admin', 'approver', 'leader', 'desk', 'auditor'] as const;
/** Six digits; apps show them as `123 456`. */
const totp = () =>
  z
    .string()
    .regex(/^\s*\d{3}\s?\d{3}\s*$/)
    .describe('手机上的六位动态验证码');
const device = () =>
  z.object({
    id: z.string(),
    kind: z.enum(['iphone', 'ipad', 'android', 'harmony', 'windows', 'mac', 'other']),
    since: instant(),
    seen: instant().describe('最近一次在上面登录'),
    isThis: z.boolean(),
  });

export const secondStep = defineRoutes({
  'POST /api/session/proof': {
    summary: '再确认一次是本人：动态验证码，没有绑定的用密码；手机丢了用一次性的恢复码',
    allow: 'signed_in',
    write: 'derived',
    beforeSecondStep: true,
    body: () =>
      z.union([
        z.strictObject({ totp: totp() }),
        z.strictObject({ password: z.string().min(1).max(200) }),
        z.strictObject({ recoveryCode: z.string().min(1).max(20) }),
      ]),
    answer: session,
    problems: ['proof_wrong', 'sign_in_paused'],
  },
  'POST /api/session/totp': {
    summary: '开始绑定动态验证码：用手机上的验证器扫二维码；原来绑定的在确认前仍有效',
    allow: staff,
    write: 'derived',
    beforeSecondStep: true,
    stepUp: true,
    body: () => z.object({}),
    answer: () =>
      z.object({
        address: z.string().describe('otpauth:// 地址，画成二维码'),
        secret: z.string().describe('不能扫码时手工输入'),
      }),
    problems: [],
  },
  'POST /api/session/totp/confirmation': {
    summary: '用一个动态验证码确认绑定：得到只显示一次的恢复码，别处的登录都退出',
    allow: staff,
    write: 'guarded',
    beforeSecondStep: true,
    status: 201,
    body: () => z.object({ totp: totp() }),
    answer: () =>
      z.object({
        enrolled: z.literal(true),
        recoveryCodes: z.array(z.string()).optional().describe('十个，各用一次；重发请求时不再显示'),
      }),
    problems: ['proof_wrong', 'totp_not_started', 'sign_in_paused'],
  },
  'DELETE /api/staff/{account}/totp': {
    summary: '同事丢了手机：解除他的动态验证码，由上级单位的管理员办理；他的登录都退出',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    stepUp: true,
    params: () => z.object({ account: id() }),
    body: () => z.object({}),
    answer: () => z.object({ account: id(), hasTotp: z.boolean() }),
    problems: ['not_found'],
  },
  'GET /api/session/devices': {
    summary: '记住我的手机和电脑',
    allow: 'signed_in',
    answer: () => z.object({ items: z.array(device()) }),
    problems: [],
  },
  'DELETE /api/session/devices/{device}': {
    summary: '忘掉一台手机或电脑：它上面的登录立刻退出',
    allow: 'signed_in',
    write: 'guarded',
    params: () => z.object({ device: z.string().max(60) }),
    body: () => z.object({}),
    answer: () => z.object({ forgotten: z.literal(true) }),
    problems: ['not_found'],
  },
});
