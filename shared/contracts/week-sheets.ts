/** A week of a recurring duty, entered in one go: the crossing before school, the corridor after it. */
import * as z from 'zod';
import { shiftSaid } from './hours-shapes.ts';
import { defineRoutes } from './route.ts';
import { day, id, rowResult } from './shapes.ts';

const halves = ['morning', 'afternoon'] as const;
const weekdays = [1, 2, 3, 4, 5] as const;
/** Shifts that one sheet makes at most: five days with two halves. */
const cellsMax = weekdays.length * halves.length;

const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '不是时刻');
const span = () =>
  z
    .object({ from: clock(), to: clock() })
    .refine(({ from, to }) => from < to, '结束要晚于开始')
    .describe('上海时间的时刻，HH:MM');
const weekday = () => z.number().int().min(1).max(5).describe('1 为星期一');
const cell = () => ({ weekday: weekday(), half: z.enum(halves) });
const isMonday = (text: string) => new Date(`${text}T00:00:00Z`).getUTCDay() === 1;

export const weekSheets = defineRoutes({
  'POST /api/week-sheets': {
    summary: '一周的固定值日一次登记：每个有人的上午、下午各成一场，逐格给出结果',
    allow: ['leader'],
    write: 'derived',
    body: () =>
      z
        .object({
          ...shiftSaid(),
          week: day().refine(isMonday, '不是星期一').describe('这一周的星期一'),
          times: z.object({ morning: span().optional(), afternoon: span().optional() }),
          cells: z
            .array(z.object({ ...cell(), volunteers: z.array(id()).min(1).max(90) }))
            .min(1)
            .max(cellsMax)
            .refine(
              (cells) => new Set(cells.map((one) => `${one.weekday}${one.half}`)).size === cells.length,
              '有重复',
            ),
        })
        .refine(({ times, cells }) => cells.every(({ half }) => times[half]), '有的格没有时间'),
    answer: () =>
      z.object({
        cells: z.array(
          z.object({
            ...cell(),
            outcome: z.string().describe('done 或问题代码'),
            title: z.string().optional(),
            shift: id().optional().describe('登记好的场次'),
            recorded: z.number().int().describe('登记了几个人'),
            leftOut: z.array(rowResult()).describe('没有登记的人和原因'),
          }),
        ),
      }),
    problems: [],
  },
});
