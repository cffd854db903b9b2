/** A school's figures for everybody. */
export const publicFigures = {
  title: '公开数字',
  titleOf: (school: string) => `${school} · 公开数字`,
  lead: '只公开已经结束的月份。人数太少、不能确定够 5 人的数字不公开，也不计入合计。',
  go: '看公开数字',
  goLists: '看公示名单',
  few: '人数太少，不公开',
  hiddenMonths: (count: string) => `有 ${count} 个月人数太少，没有公开，也不计入合计`,
  year: '学年',
  show: '查看',
  yearTitle: '全学年',
  monthsEmpty: '这个学年还没有可以公开的月份',
  served: '各月服务',
  pointsTitle: '各月积分和兑换',
  late: '过了期限才审核的记录',
  redeemed: '已领取的兑换品',
};
