/** What a desk calls a person: the given name, enough to hand over to the right child and no more. */

/** Family names of two characters, the common ones; all others have one. */
const longFamilyNames = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '宇文',
  '长孙',
  '端木',
  '百里',
  '呼延',
  '南宫',
  '独孤',
  '轩辕',
]);

/** 张小明 → 小明, 欧阳娜 → 娜, 买买提·吐尔逊 → 买买提 (the given name comes first). A single character stays. */
export function givenName(name: string): string {
  const [first, ...rest] = name.split('·');
  if (rest.length > 0 && first) return first;
  const letters = [...name];
  const familyLength = letters.length > 2 && longFamilyNames.has(letters.slice(0, 2).join('')) ? 2 : 1;
  return letters.slice(letters.length > familyLength ? familyLength : 0).join('');
}
