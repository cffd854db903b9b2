/** Why a PIN or password is refused, and the sentence that helps to choose a better one. */
export const weaknesses = {
  pin_shape: 'PIN 是 6 位数字',
  pin_common: '这个 PIN 太常见，请换一个别人猜不到的',
  pin_birthday: '请不要用生日作 PIN',
  pin_own_number: '请不要用学号或学校代码里的数字作 PIN',
  password_short: '密码至少 12 个字',
  password_common: '这个密码太常见，请换一个别人猜不到的',
  password_login: '密码里不要用登录名',
} as const;
export type Weakness = keyof typeof weaknesses;

/**
 * The rule for a pupil's PIN: six digits that a classmate does not guess first. It refuses about one PIN in twenty.
 * @param own numbers that classmates know of this pupil: the student number, the school code
 */
export function pinWeakness(pin: string, own: readonly string[] = []): Weakness | undefined {
  const digits = pin.normalize('NFKC');
  if (!/^\d{6}$/.test(digits)) return 'pin_shape';
  if (isCommonPin(digits)) return 'pin_common';
  if (birthday.test(digits)) return 'pin_birthday';
  if (own.some((number) => number.includes(digits))) return 'pin_own_number';
  return undefined;
}

/** YYMMDD, or the year and month YYYYMM. */
const birthday = /^(?:\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d\d(?:0[1-9]|1[0-2]))$/;
const commonPatterns = [
  /^(\d{3})\1$/, // 147147
  /^(\d)\1(\d)\2(\d)\3$/, // 223355
  /^(\d)(\d)(\d)\3\2\1$/, // 159951
  /(\d)\1{3}/, // 588886
  // Two straight lines on the keypad: 147258, 789456, 159753.
  /^(?:123|321|456|654|789|987|147|741|258|852|369|963|159|951|357|753){2}$/,
];
/** Sound plays, numbers from school and from the emergency services, which no pattern covers. */
const wellKnown = new Set(
  (
    '520131 520134 521131 201314 131420 131452 145201 134520 530520 520530 502013 584520 594184 201520 112358 314159 ' +
    '141592 271828 142857 102030 010203 100200 200300 246810 135790 135246 134679 110120 110119 119110 120119 119120 ' +
    '120110 147896 369874 124578 235689 123567 102938 192837 101112 123698'
  ).split(' '),
);

function isCommonPin(pin: string): boolean {
  if (new Set(pin).size <= 2 || wellKnown.has(pin) || commonPatterns.some((pattern) => pattern.test(pin))) return true;
  return hasEqualSteps(pin) || climbs(pin.slice(0, 5)) || climbs(pin.slice(1));
}

/** 135791, 864208, 369258: every digit is the same step from the one before, past 9 back to 0. */
function hasEqualSteps(digits: string): boolean {
  const steps = Array.from(digits.slice(1), (digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10);
  return new Set(steps).size === 1;
}

/** 23456, 21098: up or down by one. */
const climbs = (digits: string) => '01234567890123'.includes(digits) || '32109876543210'.includes(digits);

const passwordCharactersMin = 12;
const distinctCharactersMin = 5;
const charactersBesideLoginMin = 8;
/** Letters of the passwords that everybody tries first, whatever digits and signs are strewn in. Digits alone: ''. */
const commonLetters = new Set(
  (
    ' password passwd passwrd pssword psswrd mima wodemima admin administrator root user guest test welcome letmein ' +
    'changeme default secret iloveyou woaini woaiwojia qwerty qwertyuiop qwertyui qwer qwert asdf asdfgh asdfghjkl ' +
    'asdfghjk zxcvbn zxcvbnm qaz qazwsx qazwsxedc qazwsxedcrfv qwertyasdfgh qweasd qweasdzxc abc abcd abcde abcdef ' +
    'abcdefg abcdefgh abcdefghijkl abcabc aa a timebank shijianyinhang zhiyuanzhe volunteer school xuexiao laoshi ' +
    'teacher jiaoshi adminadmin passwordpassword dragon monkey football baseball superman sunshine princess'
  ).split(' '),
);

/** The rule for staff: at least twelve characters of any kind, none of the best known, not made of the login. */
export function passwordWeakness(password: string, login: string): Weakness | undefined {
  const text = password.normalize('NFKC').toLowerCase();
  if ([...text].length < passwordCharactersMin) return 'password_short';
  const own = login.normalize('NFKC').toLowerCase();
  const rest = own === '' ? text : text.replaceAll(own, '');
  if (rest !== text && [...rest].length < charactersBesideLoginMin) return 'password_login';
  if (new Set(text).size < distinctCharactersMin || /^(.{1,8})\1+$/u.test(text)) return 'password_common';
  return commonLetters.has(text.replace(/\P{L}/gu, '')) ? 'password_common' : undefined;
}
