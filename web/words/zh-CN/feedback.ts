/** What residents are asked at the place of a service. */
export const feedback = {
  feedbackTitle: '请给这次服务打分',
  score: '打几分',
  scores: ['很差', '不太好', '一般', '好', '很好'],
  tags: {
    on_time: '准时',
    friendly: '和气',
    careful: '认真',
    clean: '干净',
    helpful: '有帮助',
    noisy: '太吵',
    late: '来晚了',
    careless: '马虎',
  },
  tagsTitle: '选几个词（可不选）',
  send: '交上去',
  thanks: '谢谢你的评价',
  thanksNote: '不记名，也不留电话。',
};
