/** Login cards that a leader asks the school to print anew. */
export const cardRequests = {
  title: '登录卡和代兑换',
  lead: '队员忘了 PIN 或丢了登录卡，可以请学校重印。激活码只印在卡上，这里看不到。没有手机的队员，可以代为兑换。',
  pick: (name: string) => `选中：${name}`,
  ask: (count: string) => `请学校重印 ${count} 张`,
  asked: (count: string) => `已请学校重印 ${count} 张，请到学校领卡。`,
  nobody: '服务队里还没有人',
  nobodyNext: '队员入队以后会列在这里。',
  waiting: '领队请求重印的登录卡',
  print: (label: string, count: string) => `${label}：打印 ${count} 张`,
  askedBy: (names: string) => `请求人：${names}`,
  redeem: '代兑换',
  redeemFor: (name: string) => `代兑换：${name}`,
  back: '回到服务队',
  firstPage: '回到第一页',
  nextPage: '下一页',
};
