import * as z from 'zod';
import { noticeKinds } from '../rules/notice-kinds.ts';
import { defineRoutes } from './route.ts';
import { id, instant, pageOf, pageQuery } from './shapes.ts';

const kind = () => z.enum(noticeKinds as [(typeof noticeKinds)[number], ...typeof noticeKinds]);
const noticeId = () => z.string().min(1).max(200);
const unread = () => z.number().int().min(0).max(100).describe('未读的条数，最多数到 100');
const notice = () =>
  z.object({
    id: noticeId(),
    kind: kind(),
    at: instant(),
    unread: z.boolean(),
    child: z.object({ volunteer: id(), name: z.string() }).optional().describe('监护人收到的：说的是哪个孩子'),
    facts: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .describe(
        '句子里的编号、日期和数字：shift、redemption、gift、unit、day、until、minutes、points、days、shifts 等',
      ),
  });
const switches = () =>
  z.object({
    items: z.array(
      z.object({ kind: kind(), on: z.boolean(), always: z.boolean().describe('关系权益和安全，不能关闭') }),
    ),
  });

export const notices = defineRoutes({
  'GET /api/me/notices': {
    summary: '我的消息，新的在前：每件事一条，只有编号和数字，句子由页面写',
    allow: 'signed_in',
    query: () => z.object(pageQuery()),
    answer: () => pageOf(notice()).extend({ unread: unread() }),
    problems: ['cursor_invalid'],
  },
  'GET /api/me/notices/unread': {
    summary: '我有几条未读消息',
    allow: 'signed_in',
    answer: () => z.object({ unread: unread() }),
    problems: [],
  },
  'POST /api/me/notices/read': {
    summary: '这些消息我读过了',
    allow: 'signed_in',
    write: 'derived',
    body: () => z.object({ notices: z.array(noticeId()).min(1).max(50) }),
    answer: () => z.object({ unread: unread() }),
    problems: [],
  },
  'GET /api/me/notice-switches': {
    summary: '我收哪些消息',
    allow: 'signed_in',
    answer: switches,
    problems: [],
  },
  'PUT /api/me/notice-switches': {
    summary: '收或者不收一种消息；关系权益和安全的总是会收到',
    allow: 'signed_in',
    write: 'derived',
    body: () => z.object({ kind: kind(), on: z.boolean() }),
    answer: switches,
    problems: ['notice_needed'],
  },
});
