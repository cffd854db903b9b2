/** Whoever stands above many units looks at one of them at a time. */
export const noUnit = {
  title: '先选一个单位',
  next: '在上面选择学校或社区，再看它等着办的。',
};
