/** The limits and clocks of wishes. */
import type { SettingRule } from './setting-rule.ts';

const rule = (
  title: string,
  meaning: string,
  [value, unit]: readonly [number, string],
  [min, max]: readonly [number, number],
  source: string,
): SettingRule => ({ title, meaning, unit, default: value, min, max, source });

export const wishSettings = {
  wish_yuan_max: rule(
    '微心愿的限价',
    '一件心愿物品的市价不超过它，只作参考，不收付钱',
    [200, '元'],
    [20, 500],
    '各地微心愿多为几十元的物品',
  ),
  wish_claim_days: rule(
    '认领后送到的期限',
    '认领后这么多天没有送到社区，自动回到列表',
    [7, '天'],
    [2, 30],
    '一周够买到送到，也不让居民久等',
  ),
  wish_list_days: rule(
    '微心愿展示期',
    '在列表上这么多天没有人认领，由社区复核',
    [30, '天'],
    [7, 90],
    '久无人认领，多半要换个说法或由社区解决',
  ),
  wishes_per_year: rule(
    '每人每年的心愿',
    '一位居民一年最多许这么多个，同时只有一个未实现',
    [4, '个'],
    [1, 12],
    '让更多的人有机会',
  ),
} as const satisfies Record<string, SettingRule>;

export type WishKey = keyof typeof wishSettings;
