import type { paste as zh } from '../zh-CN/paste.ts';
import { leader } from './leader.ts';

const plural = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

export const paste: typeof zh = {
  ...leader,
  pasteHint: 'A sign-up chain, a column of a sheet or a row of names: numbers and remarks are left out.',
  pasteLabel: 'Names',
  pasteRead: 'Match the names',
  pasteMatched: (count) => `${plural(count, 'person', 'people')} matched and ticked, all others unticked`,
  pasteTwice: (name) => `There are several “${name}”. Who is it?`,
  pasteAbsent: (names) => `Said to be absent: ${names}`,
  pasteUnknown: 'Not in the team',
  pasteUnknownNext: 'Check the spelling. Whoever is not in the team is added by the school’s administrator first.',
  person: (label, number) => `${label} ${number}`,
};
