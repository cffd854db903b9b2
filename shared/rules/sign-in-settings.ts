/** What a district may say about how its staff sign in. */
import type { SettingRule } from './setting-rule.ts';

export const signInSettings = {
  administrator_totp: {
    title: '管理员的动态验证码',
    meaning: '1 为区和单位的管理员登录时还要输入动态验证码，从这天起首次登录时绑定；0 为不要求',
    unit: '个验证码',
    default: 0,
    min: 0,
    max: 1,
    source: '《个人信息保护法》第五十一条：采取相应的安全技术措施；管理员看得到许多未成年人的信息',
  },
} as const satisfies Record<string, SettingRule>;
export type SignInKey = keyof typeof signInSettings;
