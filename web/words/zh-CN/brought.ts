/** What another district has recorded. */
export const brought = {
  title: '从别的区带来的记录',
  lead: '只作记录：不计入这里的时长、星级和积分。',
  moveMore: '这是转去别的区：时长和星级作为记录带去；积分留在原来的区，到期前可以用原来的登录兑换。',
  hours: (count: string) => `${count} 小时`,
  on: (day: string) => `记录到${day}`,
  stars: {
    primary: (level: number) => `小学 ${level} 星`,
    junior: (level: number) => `初中 ${level} 星`,
    senior: (level: number) => `高中 ${level} 星`,
    national: (level: number) => `志愿者 ${level} 星`,
  },
};
