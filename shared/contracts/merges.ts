/** Two registrations of one person become one, proposed by one member of staff and decided by another; and back. */
import * as z from 'zod';
import { change } from './changes.ts';
import { defineRoutes } from './route.ts';
import { id, instant, minutes, points, words } from './shapes.ts';

const obstacles = ['merge_overlap', 'merge_records_open', 'merge_redemptions_open'] as const;

const registration = () =>
  z.object({
    id: id(),
    name: z.string(),
    number: z.string(),
    class: z.string(),
    school: z.string().describe('学校名称'),
    birthDate: z.string(),
    active: z.boolean().describe('在校'),
    activated: z.boolean().describe('已经设了 PIN'),
    consented: z.boolean(),
    records: z.number().int().describe('计入时长的服务记录'),
    openRecords: z.number().int().describe('还没有办结的服务记录'),
    minutes: minutes(),
    points: points(),
    debt: points(),
    gifts: z.object({ open: z.number().int(), claimed: z.number().int() }),
    openRedemptions: z.number().int(),
    teams: z.array(z.string()),
  });
const service = () => z.object({ name: z.string(), from: instant(), to: instant() });
const pair = () => ({ kept: id().describe('保留的登记'), merged: id().describe('并入的登记') });

export const merges = defineRoutes({
  'GET /api/merges/preview': {
    summary: '合并登记：先看两份登记各有什么、合并以后怎样，什么都还没有写入',
    allow: ['unit_admin', 'district_admin'],
    opens: 'list',
    query: () => z.object(pair()),
    answer: () =>
      z.object({
        kept: registration(),
        merged: registration(),
        after: z.object({ minutes: minutes(), points: points(), debt: points() }),
        overlaps: z.array(z.object({ kept: service(), merged: service() })).describe('时间重叠的服务，各一场'),
        obstacles: z.array(z.enum(obstacles)).describe('先要办好的事'),
      }),
    problems: ['not_found', 'own_account', 'merge_not_possible'],
  },
  'POST /api/merges': {
    summary: '提出把一个人的两份登记合为一份，等另一人决定',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ ...pair(), reason: words(200) }),
    answer: change,
    problems: ['not_found', 'own_account', 'merge_not_possible', ...obstacles],
  },
  'POST /api/merges/{change}/undo': {
    summary: '提出撤销一次合并，等另一人决定：并过去的还回来，已经用掉的记为待补足',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    params: () => z.object({ change: id() }),
    body: () => z.object({ reason: words(200) }),
    answer: change,
    problems: ['not_found', 'merge_undone'],
  },
});
