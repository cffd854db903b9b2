/** What a district may say about consent: until when guardians speak, and how long slips may come in late. */
import type { SettingRule } from './setting-rule.ts';

export const consentSettings = {
  guardian_age_end: {
    title: '监护人权利终止的年龄',
    meaning: '满这个年龄起，监护人不能再登录查看，同意书由本人自己签',
    unit: '周岁',
    default: 18,
    min: 16,
    max: 18,
    source: '《民法典》第十七条：十八周岁以上为成年人；以劳动收入为主要生活来源的十六周岁起，见第十八条',
  },
  late_consent_days: {
    title: '同意书后补的期限',
    meaning: '登记时缺同意书的人，这么多天内交了，可以补进这一场',
    unit: '天',
    default: 30,
    min: 0,
    max: 90,
    source: '与补录期限一致：再久就难以核实',
  },
} as const satisfies Record<string, SettingRule>;
export type ConsentKey = keyof typeof consentSettings;
