import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id, instant, minutes, pageOf, pageQuery, rowResult, words } from './shapes.ts';

const classShape = () =>
  z.object({
    id: z.string(),
    school: id(),
    stage: z.enum(['primary', 'junior', 'senior', 'adult']),
    entryYear: z.number().int(),
    number: z.number().int(),
    label: z.string().describe('本学年的叫法，如 三(2)班'),
    volunteers: z.number().int(),
  });
/** A pupil as lists show one. */
const volunteer = () =>
  z.object({
    id: id(),
    name: z.string(),
    number: z.string().describe('学号'),
    class: z.string(),
    age: z.number().int(),
    consent: z.enum(['given', 'missing', 'withdrawn', 'not_needed']),
    activated: z.boolean().describe('本人已设 PIN'),
  });
/** What another district has recorded, of somebody who came from there. */
export const brought = () =>
  z
    .array(
      z.object({
        from: z.string().describe('记录它的区和学校'),
        on: day(),
        minutes: minutes(),
        stars: z.array(
          z.object({ scheme: z.enum(['primary', 'junior', 'senior', 'national']), level: z.number().int() }),
        ),
      }),
    )
    .describe('从别的区带来的时长和星级，只作记录');
/** A pupil outside the own class's list: of which class and school. */
export const placedVolunteer = () =>
  volunteer().extend({
    classId: z.string().describe('班级编号，class 是它本学年的叫法'),
    school: id(),
    schoolName: z.string(),
  });
export const consentState = () => volunteer().shape.consent;
export const importOutcomes = ['new', 'changed', 'unchanged', 'conflict', 'faulty'] as const;
const importJob = () =>
  z.object({
    id: id(),
    state: z.enum(['reading', 'preview', 'committing', 'done', 'failed']),
    problem: z.object({ code: z.string(), title: z.string(), detail: z.string().optional() }).optional(),
    rows: z.number().int(),
    counts: z.record(z.enum(importOutcomes), z.number().int()),
    committed: z.number().int().describe('已写入的行数'),
    createdAt: instant(),
  });
const partBytesMax = 4 * 1024 * 1024;

export const volunteers = defineRoutes({
  'POST /api/files': {
    summary: '准备上传一个文件（之后逐块上传，每块不超过 4 MB）',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ name: words(120), parts: z.number().int().min(1).max(20) }),
    answer: () => z.object({ id: id(), parts: z.number().int() }),
    problems: [],
  },
  'PUT /api/files/{file}/parts/{part}': {
    summary: '上传文件的一块（Base64）',
    allow: ['district_admin', 'unit_admin'],
    write: 'derived',
    bodyBytesMax: Math.ceil(partBytesMax / 3) * 4 + 1024,
    params: () => z.object({ file: id(), part: z.coerce.number().int().min(1).max(20) }),
    body: () => z.object({ content: z.base64() }),
    answer: () => z.object({ part: z.number().int(), bytes: z.number().int() }),
    problems: ['not_found'],
  },
  'POST /api/imports': {
    summary: '读一份名册：先得到预览，什么都还没有写入',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ file: id(), unit: id().describe('学校；全区名册填区，按学校名称分配') }),
    answer: importJob,
    problems: ['not_found', 'file_incomplete'],
  },
  'GET /api/imports/{import}': {
    summary: '名册读到哪里了、预览的统计',
    allow: ['district_admin', 'unit_admin'],
    params: () => z.object({ import: id() }),
    answer: importJob,
    problems: ['not_found'],
  },
  'GET /api/imports/{import}/rows': {
    summary: '名册逐行的预览和结果',
    allow: ['district_admin', 'unit_admin'],
    params: () => z.object({ import: id() }),
    query: () => z.object({ outcome: z.enum(importOutcomes), ...pageQuery() }),
    answer: () =>
      pageOf(
        z.object({
          row: z.number().int(),
          sheet: z.string().optional(),
          outcome: z.enum(importOutcomes),
          column: z.string().optional(),
          reason: z.string().optional().describe('怎么改'),
          volunteer: id().optional(),
          committed: z.boolean(),
        }),
      ),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/imports/{import}/commit': {
    summary: '确认预览：写入新增和变更的行（可重发，可续）',
    allow: ['district_admin', 'unit_admin'],
    write: 'derived',
    params: () => z.object({ import: id() }),
    body: () => z.object({}),
    answer: importJob,
    problems: ['not_found', 'import_not_ready'],
  },
  'GET /api/classes': {
    summary: '一所学校的班级',
    allow: ['district_admin', 'unit_admin', 'approver', 'leader'],
    query: () => z.object({ school: id() }),
    answer: () => z.object({ items: z.array(classShape()) }),
    problems: ['not_found'],
  },
  'GET /api/classes/{class}/volunteers': {
    summary: '班级名单',
    allow: ['district_admin', 'unit_admin', 'approver', 'leader'],
    opens: 'list',
    params: () => z.object({ class: z.string().max(60) }),
    query: () => z.object(pageQuery()),
    answer: () => pageOf(volunteer()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'GET /api/volunteers': {
    summary: '一所学校或全区的学生：按姓名、拼音、学号查找，按班级和学号排列',
    allow: ['district_admin', 'unit_admin', 'approver'],
    opens: 'list',
    query: () =>
      z.object({
        unit: id().describe('学校、街道或区'),
        q: z.string().trim().max(40).optional().describe('姓名的一部分，或全拼、首字母、学号的开头'),
        class: z.string().max(60).optional().describe('班级编号'),
        ...pageQuery(),
      }),
    answer: () => pageOf(placedVolunteer()).extend({ total: z.number().int().describe('符合条件的人数') }),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/classes/{class}/consents': {
    summary: '登记一个班的纸质监护人同意书',
    allow: ['district_admin', 'unit_admin'],
    write: 'derived',
    params: () => z.object({ class: z.string().max(60) }),
    body: () =>
      z.object({
        volunteers: z.array(id()).min(1).max(60),
        textVersion: words(40).describe('同意书文本的版本'),
        signedOn: day(),
        method: z.enum(['paper', 'in_person']).optional().describe('纸质（不填），或当面说明后签'),
      }),
    answer: () => z.object({ items: z.array(z.object({ id: id(), outcome: z.string() })) }),
    problems: ['not_found'],
  },
  'POST /api/classes/{class}/activation-codes': {
    summary: '给一个班打印登录卡：一次性激活码只显示这一次',
    allow: ['district_admin', 'unit_admin'],
    write: 'derived',
    stepUp: true,
    params: () => z.object({ class: z.string().max(60) }),
    body: () => z.object({ volunteers: z.array(id()).min(1).max(60).optional().describe('不填为全班') }),
    answer: () =>
      z.object({
        school: z.string().describe('学校代码'),
        items: z.array(z.object({ id: id(), name: z.string(), number: z.string(), code: z.string() })),
        leftOut: z.array(rowResult()).describe('还缺监护人同意书的人，和刚刚离开这个班的人'),
        guardianCards: z
          .array(z.object({ id: id(), name: z.string(), number: z.string(), code: z.string() }))
          .describe('家长联：监护人用的激活码，缺同意书的人也有'),
      }),
    problems: ['not_found'],
  },
});
