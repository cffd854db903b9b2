/** Who is on no roster registers; the school approves, joins it to a record that is there, or says why not. */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id, instant, pageOf, pageQuery, words } from './shapes.ts';

const registrationStates = ['open', 'approved', 'joined', 'refused'] as const;
const registrationDecisions = ['approve', 'join', 'refuse'] as const;

const candidate = () =>
  z.object({
    volunteer: id(),
    name: z.string(),
    number: z.string(),
    class: z.string(),
    sameBirthDate: z.boolean(),
  });
const registration = () =>
  z.object({
    id: id(),
    state: z.enum(registrationStates),
    at: instant(),
    name: z.string(),
    number: z.string(),
    class: z.string(),
    birthDate: z.string(),
    guardian: z.string().optional().describe('监护人姓名'),
    candidates: z.array(candidate()).describe('名册里可能是同一个人的'),
  });
const decided = () => z.object({ id: id(), state: z.enum(registrationStates), volunteer: id().optional() });

export const registrations = defineRoutes({
  'POST /api/schools/{code}/registrations': {
    summary: '我要加入：自己登记，等学校（成年人也可以在社区）同意；不论名册里有没有这个人，回答都一样',
    allow: 'anyone',
    write: 'keyless',
    status: 201,
    params: () => z.object({ code: z.string().regex(/^\d{6}$/) }),
    body: () =>
      z.object({
        name: words(40),
        number: words(32),
        grade: z.number().int().min(1).max(12).optional().describe('学生：本学年的年级，1–12'),
        classNumber: z.number().int().min(1).max(999).optional().describe('学生：第几班'),
        birthDate: day(),
        guardian: words(40).optional().describe('未满 14 周岁的由监护人填写：监护人姓名'),
        guardianAgrees: z.boolean().optional().describe('监护人同意学校用这些信息办理登记'),
      }),
    answer: () => z.object({ ticket: z.string().describe('回执号：只显示这一次，用来查结果') }),
    problems: ['not_found', 'consent_missing', 'adults_only', 'registrations_paused'],
  },
  'POST /api/registrations/status': {
    summary: '凭回执号看登记的结果',
    allow: 'anyone',
    write: 'keyless',
    body: () => z.object({ ticket: z.string().max(40) }),
    answer: () => z.object({ state: z.enum(registrationStates), answer: z.string().optional() }),
    problems: ['ticket_invalid', 'registrations_paused'],
  },
  'GET /api/registrations': {
    summary: '一所学校或一个社区等待答复的自助登记，最早的在前',
    allow: ['unit_admin', 'district_admin'],
    opens: 'list',
    query: () => z.object({ unit: id(), ...pageQuery() }),
    answer: () => pageOf(registration()),
    problems: ['not_found', 'cursor_invalid'],
  },
  'POST /api/registrations/{registration}/decision': {
    summary: '同意（新登记一个人）、并到名册里已有的人（保留他的时长），或不同意并说明；随后照常印登录卡',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    params: () => z.object({ registration: id() }),
    body: () =>
      z.object({
        decision: z.enum(registrationDecisions),
        volunteer: id().optional().describe('并到谁'),
        answer: words(200).optional().describe('不同意的原因'),
      }),
    answer: decided,
    problems: ['not_found', 'registration_answered', 'number_taken', 'person_not_eligible'],
  },
  'POST /api/communities/{unit}/volunteers': {
    summary: '社区登记一位成年志愿者；随后照常印登录卡',
    allow: ['unit_admin', 'district_admin'],
    write: 'guarded',
    status: 201,
    params: () => z.object({ unit: id() }),
    body: () =>
      z.object({
        name: words(40),
        number: words(32).describe('在这个社区的编号，登录时用'),
        birthDate: day(),
      }),
    answer: () => z.object({ volunteer: id() }),
    problems: ['not_found', 'adults_only', 'number_taken'],
  },
});
