import * as z from 'zod';
import { noticeDays } from '../rules/lots.ts';
import { defineRoutes } from './route.ts';
import { day, instant, minutes, pageOf, pageQuery, points } from './shapes.ts';

/**
 * What moved a wallet. Only `service` (a final record) and `correct` (a correction of one) move minutes; spending never
 * does. `surplus` and `donate` go to a public pool, `goodwill` comes out of the district's; `adjust` and `waive` were
 * decided by two people. `merge` carries points, debt and minutes from one wallet of a person to the other.
 */
export const entryKinds = [
  'service',
  'redeem',
  'return',
  'expire',
  'correct',
  'surplus',
  'donate',
  'adjust',
  'waive',
  'bonus',
  'goodwill',
  'merge',
] as const;
export type EntryKind = (typeof entryKinds)[number];

const statementTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const;

const balance = () =>
  z.object({
    points: points().describe('可用积分'),
    debt: points().describe('待补足的积分'),
    expiring: z
      .array(
        z.object({
          points: points(),
          on: day(),
          notice: z
            .literal([...noticeDays])
            .optional()
            .describe('离到期不到这么多天'),
        }),
      )
      .describe('各批积分和最后可用日'),
    minutes: minutes().describe('累计服务分钟'),
    minutesByStage: z.record(z.string(), minutes()),
    minutesByYear: z.record(z.string(), minutes()).describe('按学年（开始年份）'),
    entries: z.number().int(),
  });

const entry = () =>
  z.object({
    number: z.number().int().describe('流水号，从 1 连续'),
    kind: z.enum(entryKinds),
    at: instant(),
    points: z.number().int().describe('积分变动'),
    debt: z.number().int().describe('待补足变动'),
    minutes: z.number().int().describe('时长变动'),
    balance: points().describe('变动后的可用积分'),
    title: z.string().optional().describe('服务或兑换品的名称'),
    reference: z.string().describe('由来：服务记录或兑换单的编号'),
    rule: z.string().optional().describe('所依规则的版本'),
    hash: z.string().describe('与上一条相连的校验值'),
  });

export const ledger = defineRoutes({
  'GET /api/me/balance': {
    summary: '我的积分和时长',
    allow: ['volunteer', 'guardian'],
    answer: balance,
    problems: [],
  },
  'GET /api/me/entries': {
    summary: '我的流水，最近的在前',
    allow: ['volunteer', 'guardian'],
    query: () => z.object(pageQuery()),
    answer: () => pageOf(entry()),
    problems: ['cursor_invalid'],
  },
  'POST /api/donations': {
    summary: '把积分捐给本校的公共积分池，不能转给别人',
    allow: ['volunteer'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ points: points().min(1) }),
    answer: () => z.object({ donated: points(), balance: points().describe('捐出以后的可用积分') }),
    problems: ['balance_too_low'],
  },
  'GET /api/me/statement': {
    summary: '我的对账单：期初、逐条变动、期末，用表格软件打开',
    allow: ['volunteer', 'guardian'],
    query: () =>
      z.object({
        from: day().optional(),
        to: day().optional(),
        as: z.enum(['csv', 'xlsx']).default('csv').describe('文件的种类'),
      }),
    file: { types: statementTypes },
    answer: () => z.file().mime([...statementTypes]),
    problems: [],
  },
});
