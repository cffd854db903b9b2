/** What a district may say about sign-ups, waiting lists, check-in and those who do not come. */
import type { SettingRule } from './setting-rule.ts';

const whole = (
  title: string,
  meaning: string,
  [unit, standard, min, max]: readonly [unit: string, standard: number, min: number, max: number],
  source: string,
) => ({ title, meaning, unit, default: standard, min, max, source });

const kept = '名额有限：早退出，别人就能补上';

export const activitySettings = {
  check_in_early_minutes: whole(
    '最早签到',
    '计划开始前这么久起可以签到，到计划结束为止；计时仍从计划开始算',
    ['分钟', 30, 0, 120],
    '《志愿服务记录与证明出具办法（试行）》第七条“实际付出的时间”：早到不计，但要能签',
  ),
  free_cancel_hours: whole('自由退出', '开始前这么久以前退出报名，不问原因', ['小时', 24, 1, 168], kept),
  free_cancel_hours_duty: whole(
    '值班的自由退出',
    '每周都有的值班，开始前这么久以前退出，不问原因',
    ['小时', 12, 1, 168],
    kept,
  ),
  offer_hours: whole('候补确认', '轮到候补的人，要在这么久以内确认，过时轮到下一位', ['小时', 12, 1, 72], kept),
  offer_hours_soon: whole('临近的候补确认', '离开始不到一天时，要在这么久以内确认', ['小时', 2, 1, 12], kept),
  excuse_working_days: whole(
    '缺席说明期限',
    '缺席以后这么多个工作日内，领队可以记为有原因的缺席',
    ['工作日', 3, 1, 10],
    '与及时登记期限一致',
  ),
  absences_before_approval: whole(
    '缺席后须领队同意',
    '未成年人一个学年里无故缺席这么多次，之后报名要领队同意，到学年末为止；从不禁止报名',
    ['次', 3, 1, 20],
    '缺席不扣积分，只请领队多看一眼',
  ),
  absences_before_pause: whole(
    '成年人缺席后暂停报名',
    '成年人一个学年里无故缺席这么多次，暂停报名一段时间',
    ['次', 5, 1, 20],
    '各地志愿服务平台对多次爽约的处理，取较宽者',
  ),
  absence_pause_days: whole('暂停报名的时间', '从最近一次缺席算起', ['天', 90, 7, 365], '同上'),
  goodwill_points: whole(
    '临时取消的心意积分',
    '开始前两小时以内取消的，已经签到的人每人得这么多分，出自区公共积分池，池里不够就都不发；不是服务，不计时长；0 为不发',
    ['分', 5, 0, 5],
    '《志愿服务记录与证明出具办法（试行）》第七条只记实际付出的时间，白跑一趟不计时长；不超过半小时服务的积分，略表心意',
  ),
  offline_scan_hours: whole(
    '离线签到补交',
    '没有网络时扫的签到码，在这么久以内补交，码与当时的时段相符才作数',
    ['小时', 24, 1, 72],
    '当天回到有网络的地方即可补交；再久就难以核实',
  ),
} as const satisfies Record<string, SettingRule>;
export type ActivitySettingKey = keyof typeof activitySettings;
