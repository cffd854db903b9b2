/** Messages about one's account, one's certificates and what is kept of one; a part of the inbox's words. */
import type { NoticeKind } from '../../../shared/rules/notice-kinds.ts';
import type { Told } from '../told.ts';

export const accountSentences = {
  points_added: ({ points }) => `学校给你加了 ${points} 积分，点开可以看流水；想知道原因，请问学校`,
  points_taken: ({ points }) => `学校减了你 ${points} 积分，点开可以看流水；想知道原因，请问学校`,
  debt_waived: ({ points }) => `待补足的 ${points} 积分免去了，又可以兑换了`,
  points_expired: ({ points }) => `${points} 积分到期了，时长和星级不受影响`,
  points_pooled: ({ points }) => `账户满了，多出的 ${points} 积分归了公共积分池，时长不受影响`,
  points_goodwill: ({ points }) =>
    `活动临时取消，让你白跑了一趟：区里从公共积分池送你 ${points} 积分，略表心意，不计时长`,
  certificate_issued: ({ hours }) => `志愿服务记录证明已出具：${hours} 小时，点开可以下载`,
  certificate_returned: () => '证明的申请被退回，点开看原因',
  certificate_corrected: ({ hoursBefore, hours }) =>
    `志愿服务记录证明已更正：${hoursBefore} 小时改为 ${hours} 小时，重新下载的会写明更正`,
  merit_withdrawn: ({ day }) => `${day}的一条培训或表彰登记错了，已经撤销，点开看原因`,
  request_answered: () => `你请学校更正个人信息的事，学校答复了`,
  consent_due: ({ years }) => `满 ${years} 周岁了，请本人看一看同意书，说说同不同意`,
  finding_made: ({ reason }): string =>
    reason === 'recorder'
      ? '您登记的一条记录经核实不属实，暂停确认和审核；您的补录将逐场核实。'
      : '有一条服务记录经两位老师核实，不属实；12 个月内暂不升星。有不同意见，可以向学校说明。',
  finding_lifted: () => `先前的认定已经撤销，一切照常`,
} satisfies Partial<Record<NoticeKind, (told: Told) => string>>;

export const accountKinds = {
  points_added: '加了积分',
  points_taken: '减了积分',
  debt_waived: '免去待补足的积分',
  points_expired: '积分到期',
  points_pooled: '多出的积分归公共积分池',
  points_goodwill: '活动临时取消的心意积分',
  certificate_issued: '证明出具',
  certificate_returned: '证明申请退回',
  certificate_corrected: '证明更正',
  merit_withdrawn: '培训或表彰撤下',
  request_answered: '更正请求有了答复',
  consent_due: '该本人签同意书了',
  finding_made: '认定弄虚作假',
  finding_lifted: '解除认定',
} satisfies Partial<Record<NoticeKind, string>>;
