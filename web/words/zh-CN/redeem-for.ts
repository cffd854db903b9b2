/** A teacher redeems for a pupil. */
export const redeemFor = {
  title: (name: string) => `为${name}兑换`,
  note: (label: string, points: string) => `${label}，有 ${points} 积分`,
  back: '返回',
  print: '打印核销码',
  qr: (name: string) => `${name} 的领取二维码`,
  pickUpBy: (day: string) => `请在 ${day}前领取`,
  chooseTitle: '换什么',
  nothing: '现在没有积分够、又有货的兑换品。',
  what: '兑换品和领取地点',
  offer: (name: string, points: string, desk: string, left: string) => `${name}，${points} 积分，${desk}（余 ${left}）`,
  after: (price: string, rest: string) => `用 ${price} 积分，还剩 ${rest} 积分`,
  told: '会记下是您办的，学生和家长会收到消息。',
  redeem: '确认兑换',
};
