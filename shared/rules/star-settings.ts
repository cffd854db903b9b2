/** The thresholds of the stars as settings: every level of every scheme. */
import type { SettingRule } from './setting-rule.ts';
import { type StarKey, type StarScheme, starKey, starLevels } from './stars.ts';

export const starSchemes: Readonly<Record<StarScheme, { title: string; hours: readonly number[]; source: string }>> = {
  primary: {
    title: '小学成长星',
    hours: [5, 10, 20, 35, 50],
    source: '按本学段时长；一星约为每周一次 20 分钟的值日满一学期',
  },
  junior: {
    title: '初中成长星',
    hours: [10, 20, 40, 60, 80],
    source: '按本学段时长；二星即入团前一年的 20 小时',
  },
  senior: {
    title: '高中成长星',
    hours: [20, 40, 60, 80, 120],
    source: '按本学段时长；二星即多省高中三年 40 小时的要求',
  },
  national: {
    title: '志愿者星级',
    hours: [100, 300, 600, 1000, 1500],
    source: '按终身时长；《志愿服务记录与证明出具办法（试行）》第十条许可星级评定，各地通行 100 至 1500 小时',
  },
};

const thresholdHoursMax = 5000;

export function starSettings(): Record<StarKey, SettingRule> {
  const settings = {} as Record<StarKey, SettingRule>;
  for (const scheme of Object.keys(starSchemes) as StarScheme[]) {
    const { title, hours, source } = starSchemes[scheme];
    for (const level of starLevels) {
      settings[starKey(scheme, level)] = {
        title: `${title} ${level} 星`,
        meaning: '时长累计到这么久，得这一星',
        unit: '分钟',
        default: (hours[level - 1] ?? 0) * 60,
        min: 60,
        max: thresholdHoursMax * 60,
        source,
      };
    }
  }
  return settings;
}
