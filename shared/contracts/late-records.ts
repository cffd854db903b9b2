/** Whoever was left out of a shift for want of a consent: their slips, and the way in once it has come. */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { id, instant, rowResult } from './shapes.ts';
import { consentState } from './volunteers.ts';

const params = () => z.object({ shift: id() });

export const lateRecords = defineRoutes({
  'GET /api/shifts/{shift}/late-records': {
    summary: '一场服务里因缺同意书没有登记的人，和可以补到哪天',
    allow: ['leader', 'unit_admin', 'district_admin'],
    opens: 'list',
    params,
    answer: () =>
      z.object({
        items: z.array(
          z.object({
            volunteer: id(),
            name: z.string(),
            number: z.string(),
            class: z.string(),
            consent: consentState(),
            until: instant().describe('在这之前可以补进'),
            state: z.enum(['waiting', 'ready', 'added', 'expired']).describe('等同意书、可以补、已补进、过期'),
          }),
        ),
      }),
    problems: ['not_found'],
  },
  'POST /api/shifts/{shift}/late-records': {
    summary: '同意书交来后把人补进这场服务，凭据等级按当时登记算（逐人给出结果）',
    allow: ['leader'],
    write: 'derived',
    params,
    body: () => z.object({ volunteers: z.array(id()).min(1).max(90).optional().describe('不填为全部可以补的人') }),
    answer: () => z.object({ items: z.array(rowResult()) }),
    problems: ['not_found'],
  },
});
