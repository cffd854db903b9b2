/** The district's rules and calendar. What each number means is the API's own text. */
import type { SettingKey } from '../../../shared/rules/setting-catalogue.ts';

interface RuleSaid {
  readonly key: SettingKey;
  readonly title: string;
  readonly meaning: string;
}

export const rules = {
  title: '规则',
  note: '本区的每个数字：含义、依据和各个版本。新数值从选定的日子起生效，以前的服务仍按当时的规则。',
  noteSchool:
    '本校执行的每个数字。有“定本校的”一项的，学校可以自己定，只能比区里严；新数值从选定的日子起生效，以前的服务仍按当时的规则。',
  noteRead: '本区的每个数字：含义、依据和各个版本。由区管理员修改；学校只能定得更严。',
  consentTexts: '同意书文本',
  groups: {
    record: '登记、审核和公示',
    day: '一天的服务',
    people: '年龄',
    points: '积分',
    redeem: '兑换',
    help: '点单和微心愿',
    primary: '小学成长星',
    junior: '初中成长星',
    senior: '高中成长星',
    national: '志愿者星级',
  },
  jump: '跳到',
  value: (value: string, unit: string) => `${value} ${unit}`,
  hours: (hours: string) => `即 ${hours} 小时`,
  standard: (value: string) => `默认 ${value}`,
  range: (min: string, max: string) => `允许 ${min} 至 ${max}`,
  mayBe: { lower: '学校可以定得更低', higher: '学校可以定得更高' },
  ofDistrict: (value: string) => `区里：${value}`,
  ofSchool: (value: string) => `本校：${value}`,
  districtHolds: '区里现在更严，按区里的执行',
  schoolVersions: '本校定过的：',
  setOwnOf: (title: string) => `定本校的“${title}”`,
  setOwn: '定本校的',
  rangeOfSchool: (min: string, max: string, district: string) =>
    `区里从那天起是 ${district}，本校可以定 ${min} 至 ${max}`,
  behind: '依据、范围和版本',
  from: (day: string, value: string) => `${day}起：${value}`,
  upcoming: '将生效',
  current: '现行',
  past: '已过',
  change: '修改',
  changeOf: (title: string) => `修改“${title}”`,
  newValueIn: (unit: string) => `新数值（${unit}）`,
  startDay: '从哪天起生效',
  startHint: '今天或以后的日子',
  saved: (title: string, day: string, value: string) => `${title}：${day}起为 ${value}`,
  save: '保存',
  cancel: '取消',
  calendar: '工作日历',
  calendarNote: '公示期和各种期限按工作日算。平时按国务院的放假安排，这里只写本区不同的日子。',
  calendarEmpty: '没有特别的日子，全按国务院的放假安排。',
  addDay: '定一天',
  day: '日期',
  dayKind: '这一天',
  dayKinds: { working: '工作日', holiday: '放假' },
  dayName: '名称（可不填）',
  dayNameHint: '例如：运动会调休',
  daySaved: (day: string, kind: string) => `${day}：${kind}`,
  /** The API's texts are Chinese already. */
  textOf: ({ title, meaning }: RuleSaid) => ({ title, meaning }),
  unitOf: (unit: string) => unit,
};
