/** Where objections are found, and where they lead on to. */
export const objections = {
  waiting: (count: string) => `有 ${count} 条异议等着决定。`,
  go: '去处理异议',
  goFind: (name: string) => `${name}的记录是故意做假的：提出认定`,
  chooseTitle: '先选一个单位',
  chooseNext: '在上面选择学校或社区，再看它的异议。',
};
