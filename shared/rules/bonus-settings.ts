/** What a district adds for service that its leader found excellent. */
import type { SettingRule } from './setting-rule.ts';

export const bonusSettings = {
  quality_bonus_percent: {
    title: '优秀服务的加分',
    meaning: '领队评为 5 分的服务，生效时另加这个比例的积分，不足 1 分的舍去；0 为不加；从不因评价减分',
    unit: '%',
    default: 10,
    min: 0,
    max: 50,
    source: '《志愿服务记录与证明出具办法（试行）》第十条：评价看质量；只奖不罚，不让孩子怕评价',
  },
  quality_bonus_points_month_max: {
    title: '每月加分上限',
    meaning: '一个人一个自然月的服务最多加这么多分',
    unit: '分',
    default: 20,
    min: 0,
    max: 200,
    source: '约为两小时服务，评价只作鼓励，不成为积分的主要来源',
  },
} as const satisfies Record<string, SettingRule>;

export type BonusSettingKey = keyof typeof bonusSettings;
