/** The turn of the school year: who graduates, taking that back, and everybody who has left a school. */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { id, instant, minutes, pageOf, pageQuery, rowResult } from './shapes.ts';
import { placedVolunteer } from './volunteers.ts';

const yearChangeStates = ['preview', 'running', 'done', 'undoing', 'undone'] as const;
const schoolParams = () => z.object({ school: id() });
const schoolYear = () => z.number().int().min(2000).max(2999).describe('学年开始的年份');
const yearChange = () =>
  z.object({
    school: id(),
    year: schoolYear(),
    state: z.enum(yearChangeStates).describe('预览、办理中、已办理、撤销中、已撤销'),
    leaving: z
      .array(z.object({ id: z.string(), label: z.string(), volunteers: z.number().int() }))
      .describe('到这个学年已经读完的班级：预览时还没有离校'),
    leavingVolunteers: z.number().int(),
    moving: z
      .array(z.object({ id: z.string(), from: z.string(), to: z.string(), volunteers: z.number().int() }))
      .describe('升一级的班级：班级不变，只是叫法变了'),
    left: z.number().int().describe('已经离校的人数'),
    undoUntil: instant().optional().describe('这之前可以撤销'),
  });
/** Pupils of one call: a class or two. */
const chosen = () => z.object({ volunteers: z.array(id()).min(1).max(100) });
const results = () => z.object({ items: z.array(rowResult()) });

export const schoolYears = defineRoutes({
  'GET /api/schools/{school}/year-change': {
    summary: '学年升级：先看哪些班级毕业、哪些升一级，什么都还没有写入',
    allow: ['unit_admin', 'district_admin'],
    params: schoolParams,
    answer: yearChange,
    problems: ['not_found'],
  },
  'POST /api/schools/{school}/year-change': {
    summary: '办理学年升级：毕业班离校，本学段时长封存（可重发，可续）',
    allow: ['unit_admin', 'district_admin'],
    write: 'derived',
    params: schoolParams,
    body: () => z.object({ year: schoolYear(), leavingVolunteers: z.number().int().describe('预览看到的离校人数') }),
    answer: yearChange,
    problems: ['not_found', 'year_change_outdated'],
  },
  'POST /api/schools/{school}/year-change/undo': {
    summary: '撤销学年升级：离校的人回到原来的班级，封存取消',
    allow: ['unit_admin', 'district_admin'],
    write: 'derived',
    params: schoolParams,
    body: () => z.object({ year: schoolYear() }),
    answer: yearChange,
    problems: ['not_found', 'year_change_not_done', 'year_undo_too_late'],
  },
  'GET /api/schools/{school}/leavers': {
    summary: '离校的学生：离校时封存的本学段时长，和现在的时长',
    allow: ['unit_admin', 'district_admin'],
    opens: 'list',
    params: schoolParams,
    query: () => z.object(pageQuery()),
    answer: () =>
      pageOf(
        z.object({
          id: id(),
          name: z.string(),
          number: z.string(),
          class: z.string(),
          leftAt: instant(),
          sealed: minutes().describe('离校时的本学段时长'),
          minutes: minutes().describe('现在的本学段时长：离校后生效和更正的也在内'),
          changed: z.boolean().describe('封存以后时长有变'),
        }),
      ),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/schools/{school}/leavers': {
    summary: '登记离校（转出、休学、名册里没有的人）：不删除，时长照样保留',
    allow: ['unit_admin', 'district_admin'],
    write: 'derived',
    params: schoolParams,
    body: chosen,
    answer: results,
    problems: ['not_found'],
  },
  'POST /api/schools/{school}/leavers/return': {
    summary: '离校的人回来：回到原来的班级',
    allow: ['unit_admin', 'district_admin'],
    write: 'derived',
    params: schoolParams,
    body: chosen,
    answer: results,
    problems: ['not_found'],
  },
  'GET /api/imports/{import}/missing': {
    summary: '同一年级的名册里没有的在册学生：可能已经离校，由学校决定',
    allow: ['unit_admin', 'district_admin'],
    opens: 'list',
    params: () => z.object({ import: id() }),
    query: () => z.object({ school: id() }),
    answer: () => z.object({ items: z.array(placedVolunteer()).max(200), total: z.number().int() }),
    problems: ['not_found', 'import_not_ready'],
  },
});
