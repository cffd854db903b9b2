/** What a kind of service weighs in points, never in hours. */
import type { SettingRule } from './setting-rule.ts';

export const categories = ['environment', 'promotion', 'order', 'care', 'other'] as const;
/** As in `docs/rules.md`: 环境保洁、政策宣讲、文明引导、爱心传递、其他. */
export type Category = (typeof categories)[number];

const percentOf = (title: string) =>
  ({
    title: `${title}类的积分比例`,
    meaning: '这一类服务的积分按这个比例；时长照记，从不加权',
    unit: '%',
    default: 100,
    min: 50,
    max: 150,
    source: '时间银行一小时就是一小时；确有必要时，区里可以让某一类多得或少得积分',
  }) as const satisfies SettingRule;

export const categorySettings = {
  category_percent_environment: percentOf('环境保洁'),
  category_percent_promotion: percentOf('政策宣讲'),
  category_percent_order: percentOf('文明引导'),
  category_percent_care: percentOf('爱心传递'),
  category_percent_other: percentOf('其他'),
} satisfies Record<`category_percent_${Category}`, SettingRule>;

export type CategoryKey = keyof typeof categorySettings;
