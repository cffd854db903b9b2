/** Certificates of volunteer service (《志愿服务记录与证明出具办法（试行）》 Art. 14–17): asked for, approved, verified by anybody. */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id, instant, minutes, pageOf, pageQuery, words } from './shapes.ts';

export const certificateStates = ['asked', 'returned', 'issued', 'corrected'] as const;
export type CertificateState = (typeof certificateStates)[number];

const period = () => ({
  from: day().optional().describe('第一天；不填从最早的服务起'),
  to: day().optional().describe('最后一天；不填到今天'),
});
const isPeriod = ({ from, to }: { readonly from?: string; readonly to?: string }) => !from || !to || from <= to;
const body = () =>
  z
    .object({ unit: id().describe('记录这些时长的单位，由它出具'), ...period() })
    .refine(isPeriod, '第一天要不晚于最后一天');

const certificate = () =>
  z.object({
    id: id(),
    volunteer: id(),
    unit: id(),
    unitName: z.string(),
    ...period(),
    state: z.enum(certificateStates).describe('asked 待审核，returned 已退回，issued 已出具，corrected 已更正'),
    minutes: minutes().describe('证明的分钟：申请时的，出具后是证明上写的'),
    services: z.number().int().min(1).describe('几次服务'),
    askedAt: instant(),
    decidedAt: instant().optional(),
    decider: z.string().optional().describe('审核人'),
    answer: z.string().optional().describe('退回的原因'),
    number: z.string().optional().describe('证明编号；出具以后才有'),
    minutesNow: minutes().optional().describe('更正以后的分钟'),
  });
const line = () =>
  z.object({ shift: id(), name: z.string(), place: z.string(), from: instant(), to: instant(), minutes: minutes() });
const queued = () =>
  certificate().extend({
    name: z.string(),
    class: z.string(),
    askedBy: z.string().describe('替他申请的工作人员；本人或监护人申请的没有'),
    mayDecide: z.boolean().describe('现在这个身份能不能审核'),
  });
const reviewed = () => queued().extend({ lines: z.array(line()).describe('会写进证明的服务，最早的在前') });
const issuers = () =>
  z.object({
    items: z.array(z.object({ unit: id(), unitName: z.string(), minutes: minutes(), services: z.number().int() })),
  });

const family = ['volunteer', 'guardian'] as const;
const onBehalf = ['leader', 'unit_admin', 'district_admin'] as const;
const reviewers = ['approver', 'unit_admin', 'district_admin'] as const;
const volunteerParams = () => z.object({ volunteer: id() });
const asking = ['certificate_empty', 'certificate_too_long', 'certificate_waiting'] as const;

export const certificates = defineRoutes({
  'GET /api/me/certificates': {
    summary: '我的志愿服务记录证明，最近申请的在前',
    allow: family,
    query: () => z.object(pageQuery()),
    answer: () => pageOf(certificate()),
    problems: ['cursor_invalid'],
  },
  'GET /api/me/certificates/issuers': {
    summary: '哪些单位能给我出具证明，各有多少已生效的时长',
    allow: family,
    query: () => z.object(period()),
    answer: issuers,
    problems: [],
  },
  'POST /api/me/certificates': {
    summary: '申请志愿服务记录证明：免费，只含已生效的时长，由记录的单位审核出具',
    allow: family,
    write: 'guarded',
    status: 201,
    body,
    answer: certificate,
    problems: asking,
  },
  'GET /api/volunteers/{volunteer}/certificates': {
    summary: '一名志愿者的证明，最近申请的在前',
    allow: onBehalf,
    opens: 'file',
    params: volunteerParams,
    query: () => z.object(pageQuery()),
    answer: () => pageOf(certificate()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/volunteers/{volunteer}/certificates/issuers': {
    summary: '哪些单位能给一名志愿者出具证明，各有多少已生效的时长',
    allow: onBehalf,
    opens: 'file',
    params: volunteerParams,
    query: () => z.object(period()),
    answer: issuers,
    problems: ['not_found'],
  },
  'POST /api/volunteers/{volunteer}/certificates': {
    summary: '替一名志愿者申请证明；申请人自己不能审核',
    allow: onBehalf,
    write: 'guarded',
    status: 201,
    params: volunteerParams,
    body,
    answer: certificate,
    problems: [...asking, 'not_found', 'consent_missing'],
  },
  'GET /api/certificates': {
    summary: '等待本单位审核的证明申请，最早的在前；或办结的，最近的在前',
    allow: reviewers,
    opens: 'list',
    query: () => z.object({ unit: id(), state: z.enum(['open', 'closed']).default('open'), ...pageQuery() }),
    answer: () => pageOf(queued()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/volunteers/{volunteer}/certificates/{certificate}': {
    summary: '一份证明申请，和会写进去的每次服务',
    allow: reviewers,
    opens: 'file',
    params: () => z.object({ volunteer: id(), certificate: id() }),
    answer: reviewed,
    problems: ['not_found'],
  },
  'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision': {
    summary: '审核一份证明：出具并编号，内容从此不变；或写明原因退回。申请人和本人不能审核',
    allow: reviewers,
    write: 'guarded',
    params: () => z.object({ volunteer: id(), certificate: id() }),
    body: () =>
      z.discriminatedUnion('approved', [
        z.object({ approved: z.literal(true), minutes: minutes().describe('审核人看到的总分钟') }),
        z.object({ approved: z.literal(false), answer: words(200).describe('退回的原因') }),
      ]),
    answer: reviewed,
    problems: [
      'not_found',
      'certificate_decided',
      'certificate_outdated',
      'certificate_too_long',
      'own_account',
      'second_person_needed',
      'relative_hours',
      'right_suspended',
    ],
  },
  'GET /api/certificates/{number}': {
    summary: '凭编号查验一份证明，不用登录：有效、已更正或查无此证，没有其他个人信息',
    allow: 'anyone',
    params: () => z.object({ number: z.string().max(40) }),
    answer: () =>
      z.object({
        standing: z.enum(['valid', 'corrected', 'unknown']),
        number: z.string().optional(),
        name: z.string().optional().describe('只有姓，其余遮住'),
        unitName: z.string().optional().describe('出具的单位'),
        from: day().optional().describe('证明上第一次服务的日子'),
        to: day().optional().describe('证明上最后一次服务的日子'),
        minutes: minutes().optional().describe('证明上写的分钟'),
        minutesNow: minutes().optional().describe('更正以后的分钟'),
        issuedOn: day().optional(),
      }),
    problems: ['certificate_checks_paused'],
  },
});
