/** What to do next when something could not be redeemed, handed over, stocked or booked. */
import type { rewardProblems } from '../../../shared/problems/rewards.ts';

export const rewardNext: Readonly<Record<keyof typeof rewardProblems, string>> = {
  balance_too_low: '再参加几次服务，攒够了再来兑换。',
  sold_out: '可以看看别的兑换品，或等兑换点补货。',
  reward_closed: '可以看看别的兑换品。',
  price_changed: '请看清新的积分数后再兑换。',
  limit_reached: '有没领的先去领；同样的东西要隔一段时间再换，有的限次数；小学生还有每月的上限。',
  debt_open: '新得的积分会先补足，之后就能兑换。',
  redemption_not_open: '请刷新后查看它现在的状态。',
  exchange_not_open: '换过一次的、领走超过 7 天的、有卡号的，都不能再换；可以在办结的兑换单里查看。',
  stock_too_low: '请核对库存数量。',
  item_not_for_you: '看一看它是给几年级、几星的，或者挑别的。',
  too_young_alone: '请监护人登录，或请班主任代为兑换。',
  price_out_of_range: '请在规则里规定的范围内标价。',
  gift_not_open: '请刷新后查看它现在的状态。',
  vouchers_none: '只有读书卡和电影卡有卡号。',
  vouchers_out: '请先导入新的卡号，再交付。',
  slot_misplaced: '请核对日期、时间和有效期。',
  slot_over: '请另选一个时段。',
  slot_not_begun: '到了预约的时间再登记。',
  cancel_too_late: '去不了请告诉兑换点的老师。',
};
