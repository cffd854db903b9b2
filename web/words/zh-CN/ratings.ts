/** How a leader rates those who took part. */
export const ratings = {
  title: '评价参加的人',
  lead: '只给本人、家长和学校看，不公开。生效前可以改。',
  back: '回到这一场',
  allFive: '没评的都给 5 分',
  qualityOf: (name: string) => `${name}的评价`,
  none: '不评',
  qualities: ['1 分', '2 分', '3 分', '4 分', '5 分'],
  tagsOf: (name: string) => `${name}的优点`,
  tags: {
    punctual: '守时',
    careful: '认真',
    friendly: '友善',
    helpful: '乐于助人',
    safe: '注意安全',
    leads: '能带头',
  },
  save: (count: string) => `保存 ${count} 人的评价`,
  saved: (count: string) => `已保存 ${count} 人的评价`,
  closed: '已生效，不能再改',
  nobody: '这一场没有可以评价的人。',
  mine: '领队的评价',
};
