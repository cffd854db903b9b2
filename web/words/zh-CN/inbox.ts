/** The inbox: what happened, in a sentence each. */
import type { NoticeKind } from '../../../shared/rules/notice-kinds.ts';
import { accountKinds, accountSentences } from './inbox-account.ts';
import { servingKinds, servingSentences } from './inbox-serving.ts';

/** What a sentence names, as people read it; empty where the message says nothing of it. */
export interface Told {
  readonly day: string;
  readonly until: string;
  /** Hours and minutes. */
  readonly time: string;
  readonly hours: string;
  readonly hoursBefore: string;
  readonly points: string;
  readonly pointsBefore: string;
  readonly days: string;
  readonly shifts: string;
  readonly certificates: string;
  readonly level: string;
  /** An age. */
  readonly years: string;
  /** The name of a reason that a sentence spells out. */
  readonly reason: string;
}

const callOffs: Readonly<Record<string, string>> = {
  defect: '东西有质量问题，',
  out_of_stock: '东西缺货，',
  closed: '暂停服务，',
};

/** A gift or a service may have cost nothing. */
const back = (points: string) => (points === '0' ? '' : `，${points} 积分退回来了`);

export const inbox = {
  title: '消息',
  unread: (count: string) => `${count} 条未读`,
  allRead: '没有未读消息',
  isUnread: '未读',
  readAll: '全部标为已读',
  more: '更早的消息',
  empty: '还没有消息',
  emptyNext: '服务记录、积分和兑换有了进展，会在这里告诉你。',
  aboutChild: (name: string) => `关于${name}`,
  settings: '收哪些消息',
  settingsNote: '关系权益和安全的消息总是会收到。',
  always: '总是会收到',
  back: '回到消息',
  sentences: {
    record_confirmed: ({ day, hours }) => `${day}的服务，领队已经确认：${hours} 小时`,
    record_sent_back: ({ day }) => `${day}的服务记录退回给领队修改`,
    record_published: ({ day, hours, until }) => `${day}的服务审核通过：${hours} 小时，公示到${until}`,
    record_final: ({ day, hours, points }) => `${day}的服务已生效：${hours} 小时，${points} 积分到账`,
    record_objected: ({ day }) => `${day}的服务记录有人提出异议，处理好以前暂不生效`,
    objection_dismissed: ({ day }) => `${day}的服务记录核实无误，继续公示`,
    objection_upheld: ({ day }) => `${day}的服务记录核实后不算时长，点开看答复`,
    objection_returned: ({ day }) => `${day}的服务记录退回给领队改时间，点开看答复`,
    record_corrected: ({ day, hoursBefore, hours, pointsBefore, points }) =>
      `${day}的服务时长更正：${hoursBefore} 小时改为 ${hours} 小时，${pointsBefore} 积分改为 ${points} 积分`,
    points_expiring: ({ points, until, days }) => `${points} 积分到${until}为止，还有 ${days} 天，记得用`,
    redemption_made: ({ points, until }) =>
      `兑换成功${points === '0' ? '' : `，用了 ${points} 积分`}，请在${until}前来领`,
    booking_made: ({ day }) => `预约成功，请在${day}到场`,
    booking_soon: ({ day }) => `别忘了：${day}有预约，点开看时间和地点`,
    redemption_waiting: ({ until }) => `兑换的东西还在等你，请在${until}前来领`,
    redemption_handed_over: () => '兑换的东西已经领到',
    redemption_cancelled: ({ points }) => `兑换已取消${back(points)}`,
    redemption_called_off: ({ points, reason }) => `${callOffs[reason] ?? ''}兑换点取消了兑换${back(points)}`,
    redemption_missed: () => '预约的时间没有来，名额已经用掉',
    redemption_returned: ({ points }) => `过了领取期限，兑换取消${back(points)}`,
    gift_granted: ({ level, until }) => `升到 ${level} 星了！有一份星级礼遇，请在${until}前来领`,
    consent_given: () => '同意书已经收到',
    consent_withdrawn: () => '同意书已经撤回，个人信息不再显示',
    activity_signed: ({ day }) => `报上名了：${day}的活动`,
    activity_waiting: ({ day }) => `${day}的活动名额满了，正在候补`,
    activity_offered: ({ day, until }) => `轮到了：${day}的活动空出一个名额，请在${until}前确认`,
    activity_lapsed: ({ day }) => `${day}的活动没有轮到`,
    activity_withdrawn: ({ day }) => `已经退出${day}的活动`,
    activity_called_off: ({ day }) => `${day}的活动取消了，名额和时间都已放开`,
    activity_moved: ({ day, time }) => `活动的时间或地点改了：${day} ${time}，请再看一遍`,
    activity_checked_in: ({ day, time }) => `${day} ${time} 已签到`,
    activity_checked_out: ({ day, time }) => `${day} ${time} 已签退`,
    activity_absent: ({ day }) => `${day}的活动没有签到，记为缺席；有原因请告诉领队`,
    activity_right_lent: ({ day }) => `领队请你在${day}的活动里帮大家签到、签退`,
    shift_sent_back: ({ day }) => `审核人退回了${day}的服务记录，请修改后再交`,
    team_record_corrected: ({ day, hoursBefore, hours }) =>
      `${day}的服务里，有一人生效的时长更正：${hoursBefore} 小时改为 ${hours} 小时`,
    record_asked: ({ day }) => `有人在问${day}的服务记录，请看一看`,
    approvals_waiting: ({ shifts }) => `有 ${shifts} 场服务等着审核`,
    certificates_waiting: ({ certificates }) => `有 ${certificates} 份志愿服务记录证明等着审核`,
    ...servingSentences,
    ...accountSentences,
  } satisfies Record<NoticeKind, (told: Told) => string>,
  kinds: {
    record_confirmed: '领队确认了服务',
    record_sent_back: '服务记录退回修改',
    record_published: '服务审核通过，开始公示',
    record_final: '服务生效，积分到账',
    record_objected: '有人提出异议',
    objection_dismissed: '异议不成立',
    objection_upheld: '异议成立',
    objection_returned: '异议成立，退回改时间',
    record_corrected: '服务时长更正',
    points_expiring: '积分快到期',
    redemption_made: '兑换成功',
    booking_made: '预约成功',
    booking_soon: '提醒赴约',
    redemption_waiting: '提醒来领',
    redemption_handed_over: '已经领到',
    redemption_cancelled: '兑换取消',
    redemption_called_off: '兑换点取消兑换',
    redemption_missed: '预约未到',
    redemption_returned: '过期未领，积分退回',
    gift_granted: '得到星级礼遇',
    consent_given: '收到同意书',
    consent_withdrawn: '撤回同意书',
    activity_signed: '报上活动',
    activity_waiting: '进入候补',
    activity_offered: '候补轮到了',
    activity_lapsed: '候补没有轮到',
    activity_withdrawn: '退出活动',
    activity_called_off: '活动取消',
    activity_moved: '活动改时间或地点',
    activity_checked_in: '签到',
    activity_checked_out: '签退',
    activity_absent: '缺席',
    activity_right_lent: '借到签到权',
    shift_sent_back: '服务记录被退回',
    team_record_corrected: '队员或您登记的时长更正',
    record_asked: '有人问服务记录',
    approvals_waiting: '每天傍晚提醒待审核',
    certificates_waiting: '每天傍晚提醒待审核的证明',
    ...servingKinds,
    ...accountKinds,
  } satisfies Record<NoticeKind, string>,
};
