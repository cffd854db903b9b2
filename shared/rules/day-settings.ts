/** What one day may hold: caps by stage, hours of the day for minors, who may approve a long day, and make-up. */
import type { SettingRule } from './setting-rule.ts';

const noNational = '国家未规定未成年人的志愿服务时长，从严';
const minutes = (title: string, meaning: string, standard: number, max: number, source: string) => ({
  title,
  meaning,
  unit: '分钟',
  default: standard,
  min: 0,
  max,
  source,
});

const dayMinutes = 1440;
const clock = (title: string, standard: number) => {
  const time = `${Math.floor(standard / 60)}:${String(standard % 60).padStart(2, '0')}`;
  const meaning = `从零点起算的分钟数，这之外的时间不计；${standard} 即 ${time}`;
  return minutes(title, meaning, standard, dayMinutes, noNational);
};

/** What a service may take to prepare at most; a district may allow less, or none. */
export const preparationMinutesMost = 30;

export const daySettings = {
  overrun_minutes_max: minutes(
    '计划结束后最多再计',
    '在计划结束之后还在服务的，最多再计这么久；提前到的不计',
    30,
    120,
    '《志愿服务记录与证明出具办法（试行）》第七条“实际付出的时间”',
  ),
  preparation_minutes_max: minutes(
    '准备时间的上限',
    '领队可以给一场定下固定的准备时间，到场够最短服务时长的每人同样计入，补录的不计；紧接在另一场之后的，与那一场重叠的部分不重复计；路上的时间从不计入；0 为不计',
    preparationMinutesMost,
    preparationMinutesMost,
    '《志愿服务记录与证明出具办法（试行）》第七条“实际付出的时间”：摆放、领用也是服务，路上不是',
  ),
  session_minutes_max_primary: minutes('小学生每次最长', '一次服务超出的时间不计', 120, 480, noNational),
  day_minutes_max_primary: minutes('小学生每天最长', '一天服务超出的时间不计', 180, 480, noNational),
  day_minutes_max_junior: minutes('初中生每天最长', '一天服务超出的时间不计', 240, 600, noNational),
  day_minutes_max_senior: minutes('高中生每天最长', '未满 18 周岁的，一天服务超出的时间不计', 360, 720, noNational),
  day_minutes_max_school_day: minutes(
    '上学日每天最长',
    '未满 18 周岁的在工作日服务，超出的时间不计；7、8 月不算上学日',
    120,
    480,
    '学业在先；国家未规定，从严',
  ),
  day_minutes_automatic_adult: minutes(
    '成年人每天免上级审核',
    '一天超过这么久的，由学校或社区管理员审核',
    480,
    dayMinutes,
    '参照一个工作日 8 小时',
  ),
  day_minutes_unit_adult: minutes(
    '成年人每天由单位审核',
    '一天超过这么久的，由区管理员审核',
    720,
    dayMinutes,
    '各地志愿服务平台对超长时间的逐级审核',
  ),
  early_age: {
    title: '较早收班的年龄',
    meaning: '不满这个年龄的，按“低龄最早、最晚”计；满了而未满 18 周岁的，按“少年最早、最晚”计',
    unit: '周岁',
    default: 14,
    min: 10,
    max: 18,
    source: '与须监护人同意的年龄一致，见《个人信息保护法》第三十一条',
  },
  child_start_minute: clock('低龄最早', 420),
  child_end_minute: clock('低龄最晚', 1140),
  teen_start_minute: clock('少年最早', 390),
  teen_end_minute: clock('少年最晚', 1260),
  risk_age_min: {
    title: '有风险的服务的年龄',
    meaning: '风险二级及以上的服务，当天满这个年龄才能登记',
    unit: '周岁',
    default: 18,
    min: 16,
    max: 22,
    source: '《志愿服务条例》第十五条：与年龄、知识、技能和身体状况相适应',
  },
  make_up_minutes_per_month: minutes(
    '每人每月补录上限',
    '一个人一个自然月里补录的服务，超出的时间不计',
    480,
    2400,
    '补录凭据弱，限量以防集中补造',
  ),
  make_up_team_percent_alarm: {
    title: '补录占比提醒',
    meaning: '一支队一个月的时长里补录超过这个比例，列入异常清单',
    unit: '%',
    default: 20,
    min: 5,
    max: 100,
    source: '正常情形补录很少',
  },
  make_up_team_percent_max: {
    title: '补录占比上限',
    meaning: '一支队一个月的时长里，连同这一场，补录会超过这个比例的，不能补录',
    unit: '%',
    default: 30,
    min: 5,
    max: 100,
    source: '正常情形补录很少；及时登记不受影响',
  },
  make_up_team_minutes_free: minutes(
    '不看占比的补录',
    '一支队一个月的补录合计不到这么久，不看占比',
    960,
    60_000,
    '时长很少时比例没有意义',
  ),
  anomaly_minutes_to_approval: minutes(
    '登记到审核太快',
    '登记后不到这么久就审核的，列入异常清单',
    5,
    60,
    '来不及核对；异常只是提醒去核实',
  ),
  anomaly_same_lengths: {
    title: '时长都一样',
    meaning: '一支队一个月补录了这么多场，或手工登记了名称不同的这么多项，而且每场每人一样长，列入异常清单',
    unit: '场',
    default: 5,
    min: 2,
    max: 50,
    source: '事后凭记忆补的、不同的服务，很少每场都一样长；天天同一项值日一样长是常事，只算一项',
  },
  alarm_working_days: {
    title: '记录告警',
    meaning: '服务结束后这么多个工作日还没有审核的，标为告警',
    unit: '工作日',
    default: 8,
    min: 3,
    max: 10,
    source: '《志愿服务记录与证明出具办法（试行）》第十一条的 10 个工作日之前留两天',
  },
} as const satisfies Record<string, SettingRule>;
export type DayKey = keyof typeof daySettings;
