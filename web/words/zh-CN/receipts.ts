/** What became of an objection that was made with the school's link. */
export const receipts = {
  title: '异议的处理结果',
  waits: '学校还在查，处理好以后会显示在这里，请过几天再打开看看。',
  waiting: '等待处理',
  decided: '已处理',
  decider: '处理人',
  decidedOn: '处理日期',
  saidOn: '提出日期',
  sent: '已收到，学校会查清并处理。',
  keep: '请收好这个链接，处理结果和答复会显示在里面：',
  copy: '复制',
  copied: '已复制',
};
