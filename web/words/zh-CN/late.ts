/** How late a record is, and who asks about it. */
export const late = {
  late: { leader: '领队该确认了', approval: '已过审核期限', alarm: '快到法定期限', legal: '已过法定 10 个工作日' },
  askedBy: (count: string) => `${count} 人在问`,
};
