import type { RulesWords } from '../rules.ts';
import { ruleTexts } from './rule-texts.ts';

/** The API says units in Chinese. */
const units: Readonly<Record<string, string>> = {
  分钟: 'minutes',
  工作日: 'working days',
  天: 'days',
  周岁: 'years of age',
  分: 'points',
  张: 'redemptions',
};

export const rules: RulesWords = {
  title: 'Rules',
  note: 'Every number of this district: what it means, where it comes from, its versions. A new value counts from the chosen day; earlier service keeps the rules of its day.',
  noteRead: 'Every number of this district: what it means, where it comes from, its versions. The district sets them.',
  groups: {
    record: 'Recording, approval, publicity',
    people: 'Ages',
    points: 'Points',
    redeem: 'Redeeming',
    primary: 'Stars of primary school',
    junior: 'Stars of junior high',
    senior: 'Stars of senior high',
    national: 'Volunteer stars',
  },
  jump: 'Go to',
  value: (value, unit) => (unit === '%' ? `${value}%` : `${value} ${unit}`),
  hours: (hours) => `that is ${hours} hours`,
  standard: (value) => `standard ${value}`,
  range: (min, max) => `from ${min} to ${max}`,
  behind: 'Source, range and versions',
  from: (day, value) => `From ${day}: ${value}`,
  upcoming: 'To come',
  current: 'Now',
  past: 'Past',
  change: 'Change',
  changeOf: (title) => `Change “${title}”`,
  newValueIn: (unit) => `New value (${unit})`,
  startDay: 'Counts from',
  startHint: 'Today or a later day',
  saved: (title, day, value) => `${title}: ${value} from ${day}`,
  save: 'Save',
  cancel: 'Cancel',
  calendar: 'Working days',
  calendarNote:
    'Publicity and deadlines count working days. They follow the State Council’s calendar; here stand only the days on which this district differs.',
  calendarEmpty: 'No days of its own: the State Council’s calendar holds.',
  addDay: 'Set a day',
  day: 'Day',
  dayKind: 'This day is',
  dayKinds: { working: 'Working day', holiday: 'Day off' },
  dayName: 'Name (may stay empty)',
  dayNameHint: 'For example: in exchange for sports day',
  daySaved: (day, kind) => `${day}: ${kind}`,
  textOf: ({ key, title, meaning }) => ruleTexts[key] ?? { title, meaning },
  unitOf: (unit) => units[unit] ?? unit,
};
