/** Training and awards: kept with a volunteer's record (《志愿服务记录与证明出具办法（试行）》 Art. 8, 9). */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id, instant, pageOf, pageQuery, rowResult, words } from './shapes.ts';

const meritKinds = ['training', 'award'] as const;
const merit = () => ({
  kind: z.enum(meritKinds).describe('培训，或表彰奖励'),
  name: words(60).describe('培训名称，或奖项名称'),
  organiser: words(60).describe('组织单位，或授予单位'),
  day: day(),
  content: words(300).optional().describe('培训的主要内容；培训必填'),
  minutes: z.number().int().min(1).max(6000).optional().describe('培训的学时，按分钟；培训必填'),
});
const kept = () =>
  z.object({
    id: id(),
    ...merit(),
    withdrawn: z.object({ at: instant(), reason: z.string() }).optional().describe('登记有误，已经撤回，仍然保留'),
  });
const registered = () =>
  kept().extend({
    addedBy: z.string().describe('登记人'),
    withdrawnBy: z.string().optional().describe('撤回人'),
    mayWithdraw: z.boolean().describe('现在这个身份能不能撤回'),
  });
const registering = ['leader', 'unit_admin', 'district_admin'] as const;

export const merits = defineRoutes({
  'POST /api/merits': {
    summary: '给若干志愿者登记同一次培训或同一个奖项（逐人给出结果）',
    allow: registering,
    write: 'derived',
    body: () =>
      z
        .object({ ...merit(), volunteers: z.array(id()).min(1).max(90) })
        .refine(({ kind, content, minutes }) => kind === 'award' || (content && minutes), '培训要写明内容和学时'),
    answer: () => z.object({ items: z.array(rowResult()) }),
    problems: [],
  },
  'GET /api/me/merits': {
    summary: '我的培训和奖励，最近的在前',
    allow: ['volunteer', 'guardian'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(kept()),
    problems: ['cursor_invalid'],
  },
  'GET /api/volunteers/{volunteer}/merits': {
    summary: '一名志愿者登记过的培训和奖励，连同撤回的，最近的在前',
    allow: registering,
    opens: 'file',
    params: () => z.object({ volunteer: id() }),
    query: () => z.object(pageQuery()),
    answer: () => pageOf(registered()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/volunteers/{volunteer}/merits/{merit}/withdrawal': {
    summary: '撤回登记有误的培训或奖励，写明原因；仍然保留，标明已撤回；领队只能撤回自己登记的',
    allow: registering,
    write: 'guarded',
    params: () => z.object({ volunteer: id(), merit: id() }),
    body: () => z.object({ reason: words(200) }),
    answer: registered,
    problems: ['not_found', 'merit_withdrawn'],
  },
});
