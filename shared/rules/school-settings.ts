/** What a district may say about the turn of the school year. */
import type { SettingRule } from './setting-rule.ts';

export const schoolSettings = {
  year_undo_days: {
    title: '撤销升级的期限',
    meaning: '学年升级办理后，这么多天内可以撤销，离校的班级回到原样',
    unit: '天',
    default: 7,
    min: 1,
    max: 30,
    source: '留一周核对离校名单；再久，新学年的名册已经导入',
  },
} as const satisfies Record<string, SettingRule>;
export type SchoolKey = keyof typeof schoolSettings;
