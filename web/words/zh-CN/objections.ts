/** Where objections lead to: from the approver's first page, and on to a finding. */
export const objections = {
  waiting: (count: string) => `有 ${count} 条异议等着决定。`,
  go: '去处理异议',
  goFind: (name: string) => `${name}的记录是故意做假的：提出认定`,
};
