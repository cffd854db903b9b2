/**
 * Every number a district may change: what it means, its default and range, and where it comes from. All are whole
 * numbers. `docs/rules.md` says the same to the district's staff, and a test keeps the two alike.
 */
import { type ActivitySettingKey, activitySettings } from './activity-settings.ts';
import { type BonusSettingKey, bonusSettings } from './bonus-settings.ts';
import { type BookingSettingKey, bookingSettings } from './booking-settings.ts';
import { type CategoryKey, categorySettings } from './category-settings.ts';
import { type ConsentKey, consentSettings } from './consent-settings.ts';
import { type DayKey, daySettings } from './day-settings.ts';
import { type OrderKey, orderSettings } from './order-settings.ts';
import { type RedemptionSettingKey, redemptionSettings } from './redemption-settings.ts';
import { type RewardSettingKey, rewardSettings } from './reward-settings.ts';
import { type SchoolKey, schoolSettings } from './school-settings.ts';
import type { SettingRule } from './setting-rule.ts';
import { type SignInKey, signInSettings } from './sign-in-settings.ts';
import { starSettings } from './star-settings.ts';
import type { StarKey } from './stars.ts';
import { type WalletKey, walletSettings } from './wallet-settings.ts';
import { type WishKey, wishSettings } from './wish-settings.ts';

const hoursAndPoints = {
  rounding_minutes: {
    title: '时长取整',
    meaning: '每次服务的时长向下取整到它的倍数',
    unit: '分钟',
    default: 6,
    min: 1,
    max: 60,
    source: '《志愿服务记录与证明出具办法（试行）》第七条以小时计；6 分钟即 0.1 小时，恰为 1 分',
  },
  session_minutes_min: {
    title: '最短服务时长',
    meaning: '一次服务不到这么久，记 0 分钟',
    unit: '分钟',
    default: 15,
    min: 0,
    max: 120,
    source: '《志愿服务记录与证明出具办法（试行）》第七条“实际付出的时间”；护学岗一班约 30 分钟，15 分钟可防到场即走',
  },
  record_days_late: {
    title: '及时登记期限',
    meaning: '服务结束后这么多个工作日内登记为 C 级证据，之后为补录，D 级',
    unit: '工作日',
    default: 3,
    min: 1,
    max: 10,
    source: '《志愿服务记录与证明出具办法（试行）》第十一条：活动结束后 10 个工作日内记录；给审核留出时间',
  },
  approval_days: {
    title: '审核期限',
    meaning: '及时登记期限之后再过这么多个工作日，应已审核；超过的排在待办最前',
    unit: '工作日',
    default: 2,
    min: 1,
    max: 7,
    source: '《志愿服务记录与证明出具办法（试行）》第十一条：与及时登记期限合计 5 个工作日，离法定的 10 个还有余地',
  },
  record_days_max: {
    title: '补录期限',
    meaning: '服务结束超过这么多天，不能再登记',
    unit: '天',
    default: 30,
    min: 10,
    max: 90,
    source: '《志愿服务记录与证明出具办法（试行）》第三条“及时”；再久就难以核实',
  },
  publicity_working_days: {
    title: '公示期',
    meaning: '审核后公示这么多个工作日，无异议才入账；0 为审核后即入账',
    unit: '工作日',
    default: 5,
    min: 0,
    max: 30,
    source: '国家未规定时长公示期；各地星级公示 3 至 5 个工作日，取较长者',
  },
  hours_age_min: {
    title: '计时长的年龄',
    meaning: '服务当天满这个年龄才记时长和积分，不满的记参与印章',
    unit: '周岁',
    default: 10,
    min: 10,
    max: 18,
    source: '《学生志愿服务管理暂行办法》（教思政〔2015〕1号）第三条',
  },
  consent_age: {
    title: '须监护人同意的年龄',
    meaning: '不满这个年龄，监护人同意前只保留名册所列信息',
    unit: '周岁',
    default: 14,
    min: 14,
    max: 18,
    source: '《个人信息保护法》第三十一条',
  },
  points_per_hour: {
    title: '每小时积分',
    meaning: '一小时服务得的积分，不足 1 分的舍去',
    unit: '分',
    default: 10,
    min: 1,
    max: 60,
    source: '每小时 10 分，6 分钟正好 1 分，取整后没有零头；各地做法为 1 至 10 分',
  },
  grade_d_points_percent: {
    title: '补录的积分比例',
    meaning: 'D 级证据的时长全计，积分按这个比例',
    unit: '%',
    default: 50,
    min: 0,
    max: 100,
    source: '补录凭据弱，时长照记而积分减半',
  },
  points_minutes_per_day_minor: {
    title: '未成年人每天计分时长',
    meaning: '一天中超出的时长照记，但不再得积分',
    unit: '分钟',
    default: 240,
    min: 0,
    max: 480,
    source: '未成年人见《民法典》第十七条；国家未规定每日上限，4 小时从严，以防为积分过量服务',
  },
  points_minutes_per_day_adult: {
    title: '成年人每天计分时长',
    meaning: '一天中超出的时长照记，但不再得积分',
    unit: '分钟',
    default: 480,
    min: 0,
    max: 960,
    source: '参照一个工作日 8 小时',
  },
} as const satisfies Record<string, SettingRule>;

export type SettingKey =
  | ActivitySettingKey
  | BonusSettingKey
  | BookingSettingKey
  | CategoryKey
  | RewardSettingKey
  | keyof typeof hoursAndPoints
  | RedemptionSettingKey
  | StarKey
  | DayKey
  | WalletKey
  | ConsentKey
  | OrderKey
  | WishKey
  | SchoolKey
  | SignInKey;

export const settingCatalogue: Readonly<Record<SettingKey, SettingRule>> = {
  ...hoursAndPoints,
  ...consentSettings,
  ...schoolSettings,
  ...signInSettings,
  ...daySettings,
  ...activitySettings,
  ...redemptionSettings,
  ...walletSettings,
  ...rewardSettings,
  ...bookingSettings,
  ...bonusSettings,
  ...categorySettings,
  ...orderSettings,
  ...wishSettings,
  ...starSettings(),
};
