/** What a leader says of a service beyond what, when and who. */
export const recording = {
  makeUpReason: '为什么晚登记',
  makeUpHint: '过了登记期限的要写明，确认前附上签到表的照片，并由服务队以外的两位老师审核。',
  riskLevel: '风险等级',
  riskLevels: ['0 没有', '1 较低', '2 较高，限成年人', '3 高，限成年人'],
  peopleServed: '服务了多少人',
  peopleServedHint: '估一估就行，可以不填',
  preparation: '准备时间（分钟）',
  preparationHint: '例如摆放、领取物品的时间；每个人都加上，路上的时间不算',
  accompanied: '有家长陪同（不满 10 周岁的要有）',
  insurance: '保险单号',
};
