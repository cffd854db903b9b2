/** How minutes were counted, and make-up as an approver sees it. */
export const counting = {
  computedTitle: '这些分钟怎么算的',
  computed: {
    served: '在场的时间',
    outside_plan: '计划时间以外的不计',
    outside_hours: '太早或太晚的时间不计',
    preparation: '准备的时间',
    stamp: '未满年龄，记参与印章',
    too_short: '时间太短，不计',
    summed: '当天同一岗位前面不满最短时长的，合并计入',
    counted_once: '准备的时间重叠不计',
    session_cap: '一次最多计这么久',
    day_cap: '一天最多计这么久',
    make_up_cap: '一个月的补录最多计这么久',
    rounding: '零头舍去',
    corrected: '更正',
  },
  computedSum: '计入',
  minutes: (count: string) => `${count} 分钟`,
  secondWanted: '补录：已有一人通过，等第二人',
  makeUpReason: '补录原因',
};
