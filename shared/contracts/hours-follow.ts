/** What the owner of a record may do about it. */
import * as z from 'zod';
import { waitsFor } from './hours-shapes.ts';
import { defineRoutes } from './route.ts';
import { id } from './shapes.ts';

export const hoursFollow = defineRoutes({
  'POST /api/me/records/{shift}/ask': {
    summary: '问一声记录等着的那个人，每一步可以问一次',
    allow: ['volunteer', 'guardian'],
    write: 'derived',
    params: () => z.object({ shift: id() }),
    body: () => z.object({}),
    answer: () => z.object({ asked: z.enum(waitsFor) }),
    problems: ['not_found', 'record_not_open'],
  },
});
