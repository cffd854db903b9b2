/** How a guardian comes to a sign-in: by the second code of the child's printed card. */
import * as z from 'zod';
import { login, pin, session } from './access.ts';
import { defineRoutes } from './route.ts';
import { words } from './shapes.ts';

export const guardianAccess = defineRoutes({
  'POST /api/guardians': {
    summary: '用登录卡家长联上的激活码，设自己的登录名和 PIN，并登录',
    allow: 'anyone',
    write: 'keyless',
    status: 201,
    body: () => z.strictObject({ code: words(20), login: login(), pin: pin() }),
    answer: session,
    problems: ['code_invalid', 'login_taken', 'secret_too_weak', 'sign_in_paused'],
  },
  'POST /api/session/children': {
    summary: '用家长联上的激活码，在现在的登录下再加一个孩子',
    allow: ['guardian', 'district_admin', 'unit_admin', 'approver', 'leader', 'desk', 'auditor'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ code: words(20) }),
    answer: session,
    problems: ['code_invalid', 'sign_in_paused'],
  },
});
