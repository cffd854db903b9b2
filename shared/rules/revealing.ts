/** What tells who or where somebody is: nothing that strangers read of a resident may say it. */

interface Whom {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** Nobody knows a number by fewer of its digits. */
const phoneTail = 7;
const roomDigitsMin = 3;
const number = '[\\d〇零一二三四五六七八九十百]';
const building = '(?:号楼|栋|幢|座|单元)';
/** A door however it is written: a house of a street, a room of a building. */
const door = new RegExp(
  `(?:路|街|巷|弄|胡同)${number}+号|${building}${number}{3,}|${building}${number}+(?:单元|室|号)`,
);

/** Whether a text has the name, the phone or the door in it, in any spelling; or any mobile number, or any door. */
export function reveals({ name, phone, address }: Whom, text: string): boolean {
  const said = plain(text);
  const digits = said.replaceAll(/\D/g, '');
  const called = phone.replaceAll(/\D/g, '').slice(-phoneTail);
  const isCalled = (called !== '' && digits.includes(called)) || /\d{11}/.test(digits);
  return isCalled || said.includes(plain(name)) || said.includes(plain(address)) || namesDoor(address, text);
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
const numbersOf = (text: string): readonly string[] => text.normalize('NFKC').match(/\d+/g) ?? [];

/** The room's number gives a door away, and so do its last two numbers one after the other. */
function namesDoor(address: string, text: string): boolean {
  const numbers = numbersOf(text);
  const [last = '', before] = numbersOf(address).toReversed();
  const hasRoom = last.length >= roomDigitsMin && numbers.includes(last);
  const isFollowed = before !== undefined && numbers.some((one, at) => one === before && numbers[at + 1] === last);
  return hasRoom || isFollowed || door.test(plain(text));
}
