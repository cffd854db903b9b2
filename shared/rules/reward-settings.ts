/** The numbers of star conditions, gifts and prices that a district may change. */
import type { SettingRule } from './setting-rule.ts';

export const rewardSettings = {
  stars_months_min: {
    title: '评星的注册时间',
    meaning: '注册满这么多个月，达到的星级才算数；0 为不限',
    unit: '月',
    default: 3,
    min: 0,
    max: 12,
    source: '国家未规定；三个月约为半个学期，看得出是否坚持',
  },
  stars_rating_tenths_min: {
    title: '评星的服务质量',
    meaning: '有评价的，平均评价不低于这么多个 0.1 分，满分 5 分；没有评价的不受限；0 为不限',
    unit: '× 0.1 分',
    default: 30,
    min: 0,
    max: 50,
    source: '《志愿服务记录与证明出具办法（试行）》第十条：星级评定看时间，也看质量；3 分为中等',
  },
  stars_grade_d_percent_max: {
    title: '评星的补录比例',
    meaning: 'D 级证据的时长占总时长的比例不超过它，新达到的星级才算数；100 为不限',
    unit: '%',
    default: 20,
    min: 0,
    max: 100,
    source: '补录凭据弱，不宜作为评星的主要依据',
  },
  gift_claim_days: {
    title: '星级礼遇领取期限',
    meaning: '得到星级礼遇后这么多天内领取，过期作废',
    unit: '天',
    default: 180,
    min: 30,
    max: 365,
    source: '半年，跨一个假期，学生总能来领',
  },
  reward_price_points_min: {
    title: '兑换品的最低积分',
    meaning: '标价不能比它低',
    unit: '分',
    default: 10,
    min: 1,
    max: 1000,
    source: '10 分为一小时服务，一次服务以上才兑一件',
  },
  reward_price_points_max: {
    title: '兑换品的最高积分',
    meaning: '标价不能比它高',
    unit: '分',
    default: 600,
    min: 10,
    max: 10_000,
    source: '未成年人积分余额上限 2000 分的三成，不让孩子为一件东西攒太久',
  },
  redeem_alone_age_min: {
    title: '独自兑换的年龄',
    meaning: '不满这个年龄，由监护人或老师代为兑换',
    unit: '周岁',
    default: 8,
    min: 8,
    max: 14,
    source: '《民法典》第十九条、第二十条：不满八周岁由法定代理人代理',
  },
} as const satisfies Record<string, SettingRule>;

export type RewardSettingKey = keyof typeof rewardSettings;
