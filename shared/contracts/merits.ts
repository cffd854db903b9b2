/** Training and awards: kept with a volunteer's record (《志愿服务记录与证明出具办法（试行）》 Art. 8, 9). */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id, pageOf, pageQuery, rowResult, words } from './shapes.ts';

const meritKinds = ['training', 'award'] as const;
const merit = () => ({
  kind: z.enum(meritKinds).describe('培训，或表彰奖励'),
  name: words(60).describe('培训名称，或奖项名称'),
  organiser: words(60).describe('组织单位，或授予单位'),
  day: day(),
  content: words(300).optional().describe('培训的主要内容；培训必填'),
  minutes: z.number().int().min(1).max(6000).optional().describe('培训的学时，按分钟；培训必填'),
});
const kept = () => z.object({ id: id(), ...merit() });

export const merits = defineRoutes({
  'POST /api/merits': {
    summary: '给若干志愿者登记同一次培训或同一个奖项（逐人给出结果）',
    allow: ['leader', 'unit_admin', 'district_admin'],
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
});
