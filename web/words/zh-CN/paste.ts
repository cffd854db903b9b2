import { leader } from './leader.ts';

/** Names pasted from a chat or a sheet. */
export const paste = {
  ...leader,
  pasteHint: '微信接龙、WPS 表格里的一列、一串名字都可以，序号和“同学”“到”会自动去掉。',
  pasteLabel: '名单',
  pasteRead: '对上名字',
  pasteMatched: (count: string) => `对上 ${count} 人，已打勾，其余的已去掉`,
  pasteTwice: (name: string) => `有几位“${name}”，是谁？`,
  pasteAbsent: (names: string) => `写着没来的：${names}`,
  pasteUnknown: '队里没有这些名字',
  pasteUnknownNext: '请核对有没有写错；不在队里的，请单位管理员先加进队。',
  person: (label: string, number: string) => `${label} ${number}`,
};
