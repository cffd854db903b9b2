/** The clocks and limits of orders. */
import type { SettingRule } from './setting-rule.ts';

const rule = (
  title: string,
  meaning: string,
  [value, unit]: readonly [number, string],
  [min, max]: readonly [number, number],
  source: string,
): SettingRule => ({ title, meaning, unit, default: value, min, max, source });

const prompt = '《志愿服务条例》第十三条：志愿服务组织应当及时答复';

export const orderSettings = {
  office_opens_minute: rule(
    '社区上班时间',
    '从零点起算的分钟数；540 即 9:00',
    [540, '分钟'],
    [0, 720],
    '各社区通行的工作时间',
  ),
  office_closes_minute: rule(
    '社区下班时间',
    '从零点起算的分钟数；1020 即 17:00',
    [1020, '分钟'],
    [780, 1440],
    '各社区通行的工作时间',
  ),
  order_triage_urgent_minutes: rule(
    '急单审核期限',
    '居民点单后，社区在这么久的工作时间内审核',
    [240, '分钟'],
    [30, 960],
    prompt,
  ),
  order_triage_days: rule('点单审核期限', '居民点单后，社区在这么多个工作日内审核', [1, '工作日'], [1, 5], prompt),
  order_offer_teams: rule(
    '派单的队数',
    '一次同时派给最合适的这么多支队',
    [3, '支'],
    [1, 5],
    '多问几支，先接先得；太多则各队都在等',
  ),
  order_offer_urgent_minutes: rule(
    '急单接单期限',
    '派出后这么久没有队接，转为抢单',
    [120, '分钟'],
    [15, 720],
    '急单须当天有人',
  ),
  order_offer_minutes: rule(
    '接单期限',
    '派出后这么久没有队接，转为抢单',
    [1440, '分钟'],
    [60, 4320],
    '领队每天至少看一次',
  ),
  order_open_minutes: rule(
    '抢单期限',
    '开放抢单这么久还没有队接，由社区协调',
    [2880, '分钟'],
    [60, 10_080],
    '两天足以跨过一个休息日',
  ),
  order_days_max: rule(
    '完成的最长期限',
    '接单后最多这么多天完成，包括一次延期',
    [15, '天'],
    [7, 30],
    '各地便民服务事项限时办结的上限',
  ),
  order_rating_days: rule(
    '评单期限',
    '完成后这么多天没有评价，自动办结，不计分',
    [3, '天'],
    [1, 14],
    '居民不必为评价操心；时长不受影响',
  ),
  order_call_back_stars: rule(
    '回访的评价',
    '评价不高于这么多星，社区须回访',
    [2, '星'],
    [1, 4],
    '三星为中等，再低就应问清原因',
  ),
  order_call_back_days: rule('回访期限', '评价太低后，社区在这么多个工作日内回访', [2, '工作日'], [1, 5], prompt),
  order_drops_max: rule(
    '退单的次数',
    '下一行的天数内退单这么多次，派单时靠后',
    [2, '次'],
    [1, 10],
    '偶尔退单难免，屡次退单误了居民',
  ),
  order_drop_days: rule(
    '退单靠后的期限',
    '退单达到次数后，这么多天内派单时靠后',
    [30, '天'],
    [7, 180],
    '只是靠后，不是处罚',
  ),
  home_visit_age_min: rule(
    '上门服务的年龄',
    '服务当天满这个年龄才能上门',
    [18, '周岁'],
    [18, 22],
    '《志愿服务条例》第十五条：与年龄、知识、技能和身体状况相适应',
  ),
  home_visit_age_accompanied: rule(
    '随成年人上门的年龄',
    '满这个年龄、不满上一行的，可以和本队成年人一起上门',
    [16, '周岁'],
    [16, 18],
    '《志愿服务条例》第十五条；未成年人不得独自上门',
  ),
  order_contact_hours: rule(
    '看得到住址电话的时间',
    '服务开始前这么久，到结束后这么久，接单的志愿者才看得到居民的住址和电话',
    [24, '小时'],
    [2, 72],
    '《志愿服务条例》第二十一条；《个人信息保护法》第六条：限于实现目的的最小范围',
  ),
} as const satisfies Record<string, SettingRule>;

export type OrderKey = keyof typeof orderSettings;
