/** How long a redemption waits, and what spreads rewards over many. */
import type { SettingRule } from './setting-rule.ts';

export const redemptionSettings = {
  pick_up_days: {
    title: '领取期限',
    meaning: '兑换后这么多天不领，自动取消并退回积分',
    unit: '天',
    default: 14,
    min: 1,
    max: 60,
    source: '学生只在上学日能领，至少跨两个教学周',
  },
  returned_points_days_min: {
    title: '退回积分的最短有效期',
    meaning: '退回的积分保留原到期日，但至少还能用这么多天',
    unit: '天',
    default: 30,
    min: 0,
    max: 180,
    source: '不因取消兑换让积分当即失效',
  },
  open_redemptions_max: {
    title: '未领取的兑换单',
    meaning: '一个人同时最多有这么多张',
    unit: '张',
    default: 2,
    min: 1,
    max: 10,
    source: '库存有限，让更多人兑到',
  },
  same_item_days: {
    title: '同一兑换品的间隔',
    meaning: '同一兑换品这么多天内只能兑换一次；0 为不限',
    unit: '天',
    default: 30,
    min: 0,
    max: 365,
    source: '库存有限，让更多人兑到',
  },
  points_per_month_primary_max: {
    title: '小学生每月兑换上限',
    meaning: '小学生一个自然月最多兑换的积分',
    unit: '分',
    default: 300,
    min: 10,
    max: 2000,
    source: '避免攀比；300 分约为 30 小时服务',
  },
} as const satisfies Record<string, SettingRule>;

export type RedemptionSettingKey = keyof typeof redemptionSettings;
