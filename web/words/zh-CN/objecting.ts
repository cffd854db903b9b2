/** Saying that a public record is wrong. */
export const objecting = {
  title: '这条记录有误？',
  lead: '公示期内可以提出异议。提出后先暂停，学校查清后会答复。',
  classLead: '这里只有全班的合计。学校会查清并答复；查的时候公示照常，查出有误再更正。',
  act: '提出异议',
  actOn: (name: string) => `对 ${name} 的记录提出异议`,
};
