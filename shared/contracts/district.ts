import * as z from 'zod';
import { settingKeys } from '../rules/settings.ts';
import { schoolSettingKeys } from '../rules/stricter.ts';
import { unitKinds } from '../rules/units.ts';
import { defineRoutes } from './route.ts';
import { day, id, words } from './shapes.ts';

const pupilsExpected = () => z.number().int().min(0).max(100_000).describe('学校应有多少学生；0 或没有是还不知道');
const unit = () =>
  z.object({
    id: id(),
    kind: z.enum(unitKinds),
    name: z.string(),
    parent: id().optional(),
    code: z.string().optional().describe('登录用的代码，六位数字：学校的，和登记志愿者的社区的'),
    pupilsExpected: pupilsExpected().optional(),
  });
const unitCode = () =>
  z
    .string()
    .regex(/^\d{6}$/)
    .describe('六位数字');
const newUnit = () => ({ name: words(40), parent: id() });
const rule = () =>
  z.object({ key: z.enum(settingKeys), value: z.number().int(), from: day().describe('从这天起生效') });
const direction = () => z.enum(['lower', 'higher']);
const schoolRule = () =>
  z.object({ key: z.enum(schoolSettingKeys), value: z.number().int(), from: day().describe('从这天起生效') });
const onDay = () => z.object({ on: day().optional().describe('哪一天的规则，默认今天') });
const calendarDay = () => z.object({ day: day(), kind: z.enum(['working', 'holiday']), name: words(40).optional() });
const desk = () =>
  z.object({ id: id(), unit: id(), name: z.string(), place: z.string(), hours: z.string().describe('开放时间') });

export const district = defineRoutes({
  'GET /api/units': {
    summary: '我可以看到的单位',
    allow: 'signed_in',
    answer: () => z.object({ items: z.array(unit()) }),
    problems: [],
  },
  'POST /api/units': {
    summary: '新建学校、街道或社区',
    allow: ['district_admin'],
    write: 'guarded',
    status: 201,
    body: () =>
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('school'),
          ...newUnit(),
          code: unitCode(),
          pupilsExpected: pupilsExpected().optional(),
        }),
        z.strictObject({
          kind: z.literal('community'),
          ...newUnit(),
          code: unitCode().optional().describe('要在这个社区登记成年志愿者的，给它六位数字'),
        }),
        z.strictObject({ kind: z.literal('street'), ...newUnit() }),
      ]),
    answer: unit,
    problems: ['not_found', 'school_code_taken', 'unit_kind_misplaced'],
  },
  'PUT /api/units/{unit}': {
    summary: '给单位改名；没有代码的社区可以补一个',
    allow: ['district_admin'],
    write: 'guarded',
    params: () => z.object({ unit: id() }),
    body: () =>
      z.strictObject({
        name: words(40),
        code: unitCode().optional().describe('只能给还没有代码的社区；已有的代码印在卡上，不能改'),
      }),
    answer: unit,
    problems: ['district_name_fixed', 'not_found', 'school_code_taken', 'unit_code_fixed'],
  },
  'PUT /api/schools/{school}/pupils': {
    summary: '学校应有多少学生：开学清单用它算名册录了百分之几',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    params: () => z.object({ school: id() }),
    body: () => z.strictObject({ pupilsExpected: pupilsExpected() }),
    answer: unit,
    problems: ['not_found'],
  },
  'GET /api/rules': {
    summary: '现行规则、它们的含义和各个版本',
    allow: 'signed_in',
    query: onDay,
    answer: () =>
      z.object({
        items: z.array(
          z.object({
            key: z.enum(settingKeys),
            title: z.string(),
            meaning: z.string(),
            source: z.string().describe('依据的法条或理由'),
            unit: z.string(),
            value: z.number().int().describe('那一天的数值'),
            default: z.number().int(),
            min: z.number().int(),
            max: z.number().int(),
            stricter: direction().optional().describe('学校可以定得更低还是更高；没有的只由区里定'),
            versions: z.array(rule()),
          }),
        ),
      }),
    problems: [],
  },
  'POST /api/rules': {
    summary: '给一条规则定一个从某天起生效的新数值',
    allow: ['district_admin'],
    write: 'guarded',
    status: 201,
    body: rule,
    answer: rule,
    problems: ['rule_value_invalid', 'rule_in_past'],
  },
  'GET /api/schools/{school}/rules': {
    summary: '一所学校可以比区里更严的规则：区里的、学校自己的和实际执行的数值',
    allow: 'signed_in',
    params: () => z.object({ school: id() }),
    query: onDay,
    answer: () =>
      z.object({
        items: z.array(
          z.object({
            key: z.enum(schoolSettingKeys),
            title: z.string(),
            meaning: z.string(),
            unit: z.string(),
            stricter: direction().describe('更低的更严，还是更高的更严'),
            district: z.number().int().describe('区里那一天的数值'),
            own: z.number().int().optional().describe('学校自己定的、那一天的数值'),
            value: z.number().int().describe('实际执行的：两者中更严的'),
            min: z.number().int(),
            max: z.number().int(),
            versions: z.array(schoolRule()).describe('学校自己定过的'),
          }),
        ),
      }),
    problems: ['not_found'],
  },
  'POST /api/schools/{school}/rules': {
    summary: '学校给一条规则定一个从某天起生效、比区里更严的数值',
    allow: ['unit_admin'],
    write: 'guarded',
    status: 201,
    params: () => z.object({ school: id() }),
    body: schoolRule,
    answer: schoolRule,
    problems: ['not_found', 'rule_value_invalid', 'rule_in_past', 'rule_looser'],
  },
  'GET /api/calendar': {
    summary: '本区自定的工作日和放假日',
    allow: 'signed_in',
    answer: () => z.object({ items: z.array(calendarDay()) }),
    problems: [],
  },
  'POST /api/calendar': {
    summary: '把一天定为工作日或放假日',
    allow: ['district_admin'],
    write: 'guarded',
    status: 201,
    body: calendarDay,
    answer: calendarDay,
    problems: [],
  },
  'GET /api/desks': {
    summary: '我的单位可用的兑换点',
    allow: 'signed_in',
    answer: () => z.object({ items: z.array(desk()) }),
    problems: [],
  },
  'GET /api/desks/{desk}': {
    summary: '一个兑换点',
    allow: 'signed_in',
    params: () => z.object({ desk: id() }),
    answer: desk,
    problems: ['not_found'],
  },
  'POST /api/desks': {
    summary: '新设兑换点',
    allow: ['district_admin', 'unit_admin'],
    write: 'guarded',
    status: 201,
    body: () => z.object({ unit: id(), name: words(40), place: words(100), hours: words(100) }),
    answer: desk,
    problems: ['not_found'],
  },
});
