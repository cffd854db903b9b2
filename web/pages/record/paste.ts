/**
 * Names out of whatever a leader pastes: a WeChat sign-up chain, a column of a sheet, a line of names. Nobody is
 * guessed: a name has to be a member's whole name, and what is not understood is handed back to be shown.
 */

export interface Candidate {
  readonly volunteer: string;
  readonly name: string;
  /** 学号 */
  readonly number: string;
  /** As it is called this school year: `三(2)班`. */
  readonly class: string;
}

export interface Pasted {
  /** Ids of those who were named, each once. */
  readonly matched: readonly string[];
  /** Names that several members have, and who they are. */
  readonly ambiguous: readonly { readonly name: string; readonly candidates: readonly Candidate[] }[];
  /** Ids of those of whom the text itself says that they did not come. */
  readonly absent: readonly string[];
  readonly unknown: readonly string[];
}

/** Between people; a blank is not, for sheets write `王　明`. */
const separators = /[\n\r\t,，、;；|/。]+/;
const ordinals = /^\s*(?:[（(【[]?\s*\d{1,3}\s*[)）】\]]?\s*[.．、:：)）]?|[①-⑳])\s*/u;
const classLabels =
  /(?:[一二三四五六七八九]|[1-9]|初[一二三]|高[一二三])(?:年级)?\s*\(?\s*\d{1,2}\s*\)?\s*班|[一二三四五六七八九]年级|[一二三四五六七八九十]+班/gu;
const absences = /请假|未到|没到|没来|缺席|缺勤|不来|不参加/u;
const remarks =
  /请假|未到|没到|没来|缺席|缺勤|不来|不参加|因病|病假|事假|已签到|签到|已到|参加|报名|接龙|姓名|学号|班级|名单|序号|备注|同学|家长|妈妈|爸爸|奶奶|爷爷|外婆|外公/gu;
/** A word like `到` or `男` stands alone; inside a name (`程到`) it belongs to the name. */
const lonely = /^(?:到|来|是|男|女|的|和|与|及|例|组|队|班)$/u;
const nameCharactersMax = 4;

export function readPasted(text: string, members: readonly Candidate[]): Pasted {
  const known = indexOf(members);
  const mentions = new Map<string, string[]>();
  const [matched, absent, unknown] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const item of text.split(separators)) {
    const line = normal(item);
    const found = absences.test(line) ? absent : matched;
    const { people, names, rest } = readItem(line, known);
    for (const id of people) found.add(id);
    if (found === matched) for (const name of names) mentions.set(name, [...(mentions.get(name) ?? []), line]);
    for (const word of rest) unknown.add(word);
  }
  const ambiguous = [...mentions].flatMap(([name, lines]) => {
    const { open, certain } = chooseAmong(known.byName.get(name) ?? [], lines);
    for (const id of certain) matched.add(id);
    return open.length > 0 ? [{ name, candidates: open }] : [];
  });
  for (const id of absent) matched.delete(id);
  return { matched: [...matched], ambiguous, absent: [...absent], unknown: [...unknown] };
}

interface Known {
  readonly byName: ReadonlyMap<string, readonly Candidate[]>;
  readonly byNumber: ReadonlyMap<string, Candidate>;
}

function indexOf(members: readonly Candidate[]): Known {
  const byName = new Map<string, Candidate[]>();
  for (const member of members) {
    const name = bare(normal(member.name));
    byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  return { byName, byNumber: new Map(members.map((member) => [member.number, member])) };
}

/** Full-width forms become plain ones; every dot of a name becomes `·`. */
const normal = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[•・‧∙⋅]/gu, '·')
    .toLowerCase();
const bare = (name: string) => name.replaceAll(/\s/gu, '');

/** Who is named beyond doubt, which names several have, and what is left. */
function readItem(line: string, { byName, byNumber }: Known) {
  const people: string[] = [];
  const names: string[] = [];
  const rest: string[] = [];
  const numbers = (line.match(/\d{3,}/gu) ?? []).flatMap((digits) => byNumber.get(digits) ?? []);
  for (const member of numbers) people.push(member.volunteer);
  const isListed = ordinals.test(line) && /\d|[①-⑳]/u.test(line);
  for (const word of wordsOf(line)) {
    const parts = segment(word, byName);
    for (const part of parts ?? []) {
      const bearers = byName.get(part) ?? [];
      if (bearers.some(({ volunteer }) => people.includes(volunteer))) continue;
      if (bearers.length === 1) people.push(...bearers.map(({ volunteer }) => volunteer));
      else names.push(part);
    }
    const isNumbered = numbers.length > 0;
    if (!parts && !isNumbered && (isListed || looksLikeName(word))) rest.push(word);
  }
  return { people, names, rest };
}

function wordsOf(line: string): string[] {
  const plain = line.replace(ordinals, ' ').replace(classLabels, ' ').replace(remarks, ' ');
  const words = (plain.match(/[\p{Script=Han}·]+|\p{Script=Latin}[\p{Script=Latin}.' -]*/gu) ?? []).map(bare);
  return joinSingles(words).filter((word) => word.length > 1 && !lonely.test(word));
}

/** `王 明` is how sheets line up names of two characters. */
function joinSingles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let pending = '';
  for (const word of words) {
    if (word.length === 1 && !lonely.test(word)) pending += word;
    else {
      joined.push(pending, word);
      pending = '';
    }
  }
  return [...joined, pending];
}

/** A run of characters as members' names without a remainder, or nothing: `王明远` does not name `王明`. */
function segment(word: string, byName: Known['byName']): string[] | undefined {
  if (byName.has(word)) return [word];
  for (let length = word.length - 1; length > 1; length--) {
    const head = word.slice(0, length);
    const tail = byName.has(head) && segment(word.slice(length), byName);
    if (tail) return [head, ...tail];
  }
  return undefined;
}

const looksLikeName = (word: string) =>
  word.length <= nameCharactersMax || word.includes('·') || /^\p{Script=Latin}/u.test(word);

/** A class beside the name tells which one; and whoever names all of them means them all. */
function chooseAmong(bearers: readonly Candidate[], lines: readonly string[]) {
  const byClass = bearers.filter((one) => lines.some((line) => squeezed(line).includes(squeezed(one.class))));
  const certain = lines.length >= bearers.length ? bearers : byClass.length === lines.length ? byClass : [];
  return { certain: certain.map(({ volunteer }) => volunteer), open: certain.length > 0 ? [] : bearers };
}
const squeezed = (text: string) => normal(text).replaceAll(/[()\s]/gu, '');
