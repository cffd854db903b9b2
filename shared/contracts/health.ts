import * as z from 'zod';
import { defineRoutes } from './route.ts';

export const health = defineRoutes({
  'GET /api/health': {
    summary: '系统能不能用：读得到数据就回答，附程序版本；不含任何数据',
    allow: 'anyone',
    answer: () => z.object({ ok: z.literal(true), version: z.string() }),
    problems: [],
  },
});
