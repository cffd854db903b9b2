/** What a wallet may hold, how debt is repaid, and how far two people may adjust points by hand. */
import type { SettingRule } from './setting-rule.ts';

export const walletSettings = {
  balance_points_max_minor: {
    title: '未成年人积分上限',
    meaning: '账户里最多持有的积分，超出的归本校公共积分池，时长不受影响',
    unit: '分',
    default: 2000,
    min: 100,
    max: 20_000,
    source: '约为 200 小时服务；积分用来兑换，不作囤积',
  },
  balance_points_max_adult: {
    title: '成年人积分上限',
    meaning: '账户里最多持有的积分，超出的归本单位公共积分池，时长不受影响',
    unit: '分',
    default: 15_000,
    min: 100,
    max: 100_000,
    source: '参照南京、广州时间银行个人存储上限 1500 小时',
  },
  debt_repaid_percent_minor: {
    title: '未成年人补足积分的比例',
    meaning: '有待补足的积分时，新得的每笔积分最多拿出这个比例补足，其余入账',
    unit: '%',
    default: 50,
    min: 0,
    max: 100,
    source: '更正不应让学生此后的服务全无所得',
  },
  debt_repaid_percent_adult: {
    title: '成年人补足积分的比例',
    meaning: '有待补足的积分时，新得的每笔积分最多拿出这个比例补足，其余入账',
    unit: '%',
    default: 100,
    min: 0,
    max: 100,
    source: '成年人先补足，再兑换',
  },
  adjustment_points_max: {
    title: '调整积分的上限',
    meaning: '两人调整一次，最多增加或减少的积分',
    unit: '分',
    default: 200,
    min: 0,
    max: 2000,
    source: '调整只补救差错；约为 20 小时服务，再多的应更正服务记录',
  },
} as const satisfies Record<string, SettingRule>;

export type WalletKey = keyof typeof walletSettings;
