/** Fraud that was meant: found by one member of staff and decided by another, and taken back the same way. */
import * as z from 'zod';
import { change } from './changes.ts';
import { defineRoutes } from './route.ts';
import { id, words } from './shapes.ts';

export const findings = defineRoutes({
  'POST /api/findings': {
    summary: '提出认定一条不实的记录是故意的，等另一人决定：志愿者 12 个月不升星，登记人的补录逐场核实、暂停确认和审核',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.object({
        shift: id(),
        volunteer: id(),
        about: z.enum(['volunteer', 'recorder']).describe('谁的责任：志愿者本人，还是登记它的人'),
        reason: words(200),
      }),
    answer: change,
    problems: ['not_found', 'own_account', 'relative_hours', 'second_person_needed', 'record_not_open'],
  },
  'POST /api/findings/{change}/lifting': {
    summary: '提出解除一项认定，等另一人决定：可以升星，可以确认和审核',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    params: () => z.object({ change: id() }),
    body: () => z.object({ reason: words(200) }),
    answer: change,
    problems: ['not_found', 'own_account', 'relative_hours', 'second_person_needed', 'finding_lifted'],
  },
});
