/** Consent: the text, who said what when, and taking it back. */
import * as z from 'zod';
import { roles } from '../roles.ts';
import { consentScopes } from '../rules/consent.ts';
import { defineRoutes } from './route.ts';
import { day, id, instant, words } from './shapes.ts';
import { consentState } from './volunteers.ts';

const version = () => words(40).describe('同意书文本的版本');
const scopes = () => z.array(z.enum(consentScopes)).min(1).max(consentScopes.length);
const text = () =>
  z.object({
    version: version(),
    text: z.string().describe('分段的中文全文'),
    scopes: scopes().describe('名册、时长、公示、兑换；后两项可以不同意'),
    from: day(),
  });
/** One word in the history. */
export const consentWord = () =>
  z.object({
    method: z.enum(['paper', 'link', 'in_person', 'own']).describe('纸质、监护人登录、当面、本人'),
    textVersion: z.string(),
    signedOn: day(),
    scopes: scopes().optional().describe('不填为全部'),
    at: instant().describe('登记的时刻'),
    byRole: z.enum(roles).optional().describe('由什么身份登记'),
    withdrawnOn: day().optional().describe('撤回的日期'),
    withdrawnByRole: z.enum(roles).optional(),
  });
const mine = () =>
  z.object({
    volunteer: id(),
    state: consentState(),
    mayGive: z.boolean().describe('监护人，或已到自己同意的年龄'),
    ownWordAsked: z.boolean().describe('请本人表示同意'),
    given: z.boolean().describe('我自己现在的意思是同意'),
    scopes: scopes().optional().describe('我同意的范围'),
    text: text(),
    history: z.array(consentWord()).describe('最近的在前'),
  });

export const consents = defineRoutes({
  'GET /api/consent-texts': {
    summary: '同意书的文本：各个版本和现行的一个',
    allow: 'signed_in',
    answer: () => z.object({ current: text(), items: z.array(text()) }),
    problems: [],
  },
  'POST /api/consent-texts': {
    summary: '公布新版的同意书文本，从某天起使用',
    allow: ['district_admin'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        version: version(),
        text: z
          .string()
          .trim()
          .min(20)
          .max(4000)
          .regex(/^(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])*$/u, '含有不可见字符'),
        scopes: scopes(),
        from: day(),
      }),
    answer: text,
    problems: ['rule_in_past', 'consent_text_taken', 'consent_scope_needed'],
  },
  'GET /api/me/consent': {
    summary: '同意书：全文、现在的状态、谁在什么时候说过什么',
    allow: ['volunteer', 'guardian'],
    answer: mine,
    problems: [],
  },
  'POST /api/me/consent': {
    summary: '监护人替孩子、或到了年龄的本人表示同意',
    allow: ['volunteer', 'guardian'],
    write: 'derived',
    body: () => z.object({ textVersion: version().describe('看到的文本版本，变了就不算'), scopes: scopes() }),
    answer: mine,
    problems: ['consent_text_changed', 'consent_scope_needed', 'consent_not_yours'],
  },
  'POST /api/me/consent/withdrawal': {
    summary: '撤回自己给过的同意：从此不在名单里，不再记录新的服务',
    allow: ['volunteer', 'guardian'],
    write: 'derived',
    body: () => z.object({}),
    answer: mine,
    problems: ['consent_not_yours'],
  },
  'POST /api/volunteers/{volunteer}/consent/withdrawal': {
    summary: '登记监护人书面或当面撤回的同意',
    allow: ['district_admin', 'unit_admin'],
    write: 'derived',
    params: () => z.object({ volunteer: id() }),
    body: () => z.object({ on: day().describe('撤回的日期') }),
    answer: () => z.object({ volunteer: id(), state: consentState() }),
    problems: ['not_found'],
  },
});
