/** How well a service was done, as the leader saw it: kept with the record, never shown in public. */
import * as z from 'zod';
import { rating } from './hours-shapes.ts';
import { defineRoutes } from './route.ts';
import { id, rowResult } from './shapes.ts';

export const ratings = defineRoutes({
  'PUT /api/shifts/{shift}/ratings': {
    summary: '领队评价参加的人：1–5 分和标签，生效前可改（逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params: () => z.object({ shift: id() }),
    body: () =>
      z.object({
        ratings: z
          .array(rating().extend({ volunteer: id() }))
          .min(1)
          .max(90),
      }),
    answer: () => z.object({ items: z.array(rowResult()) }),
    problems: ['not_found'],
  },
});
