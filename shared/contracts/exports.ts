import * as z from 'zod';
import { addDays } from '../rules/calendar.ts';
import { defineRoutes } from './route.ts';
import { day, id, instant } from './shapes.ts';

export const exportLists = ['pupils', 'records', 'redemptions', 'figures'] as const;
export type ExportList = (typeof exportLists)[number];
export const exportKinds = ['xlsx', 'csv'] as const;
export type ExportKind = (typeof exportKinds)[number];
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A school year and a day: the longest period that one file tells of. */
const periodDaysMax = 366;

const asked = () => ({
  list: z.enum(exportLists).describe('pupils 学生名册，records 服务记录，redemptions 兑换单，figures 每月数字'),
  unit: id().describe('学校、社区、街道或区，含下级单位'),
  desk: id().optional().describe('只要一个兑换点的兑换单'),
  from: day().optional().describe('时期的第一天；名册不分时期，其余必填'),
  to: day().optional().describe('时期的最后一天，最多一年'),
  as: z.enum(exportKinds).default('xlsx'),
});
/** What was asked for, how far it has come and, once it is there, where to fetch it. */
const job = () =>
  z.object({
    ...asked(),
    id: id(),
    as: z.enum(exportKinds),
    unitName: z.string(),
    state: z.enum(['waiting', 'ready', 'failed']),
    rows: z.number().int().min(0).optional().describe('文件里有多少行，不算表头'),
    createdAt: instant(),
    keptUntil: instant().describe('文件和这一项到这时删除'),
  });
const shownJob = () =>
  job().extend({ link: z.string().optional().describe('下载地址，几分钟内有效；只在 ready 时有') });

interface Period {
  readonly list: ExportList;
  readonly from?: string;
  readonly to?: string;
}
/** All lists but the roster are of a period. */
const hasPeriod = ({ list, from, to }: Period) =>
  list === 'pupils'
    ? from === undefined && to === undefined
    : from !== undefined && to !== undefined && from <= to && to < addDays(from, periodDaysMax);

export const exportsOfLists = defineRoutes({
  'POST /api/exports': {
    summary: '导出一份名单：写成文件，写好后下载；要刚输入过动态验证码',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    status: 201,
    stepUp: 'code',
    body: () =>
      z
        .object(asked())
        .refine(hasPeriod, '名册不填时期；其他名单的时期要填第一天和最后一天，最多一年')
        .refine(({ list, desk }) => desk === undefined || list === 'redemptions', '只有兑换单分兑换点'),
    answer: shownJob,
    problems: ['not_found'],
  },
  'GET /api/exports': {
    summary: '我最近的导出，最近的在前',
    allow: ['district_admin', 'unit_admin'],
    answer: () => z.object({ items: z.array(job()) }),
    problems: [],
  },
  'GET /api/exports/{export}': {
    summary: '我的一份导出写好了没有，写好了在哪里下载',
    allow: ['district_admin', 'unit_admin'],
    params: () => z.object({ export: id() }),
    answer: shownJob,
    problems: ['not_found'],
  },
  'GET /api/exports/{export}/file': {
    summary: '下载一份导出：地址由上一项给出，几分钟后失效',
    allow: ['district_admin', 'unit_admin'],
    params: () => z.object({ export: id() }),
    query: () => z.object({ until: z.coerce.number().int(), signature: z.string().max(100) }),
    answer: () => z.file().mime([workbook, 'text/csv']),
    file: { types: [workbook, 'text/csv'] },
    problems: ['not_found', 'export_link_expired'],
  },
});
