/** The classes of the small district: who is in which, written as registering writes them. */
import type { Who } from '../../functions/platform/identity/who.ts';
import type { Write } from '../../functions/platform/store/port.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { sizeWrite } from '../../functions/volunteers/import/people-writes.ts';
import { directoryAt, directoryRow, numberAt, version } from '../../functions/volunteers/rows.ts';

export interface Placed {
  readonly who: Who;
  readonly stage: 'primary' | 'junior';
  readonly entryYear: number;
}
export const classOf = (school: string, { stage, entryYear }: Omit<Placed, 'who'>) =>
  `${school}-${stage}-${entryYear}-2`;
export const personalOf = ({ person }: Who, stage: Placed['stage']) => ({
  name: '张小明',
  number: person.slice(-8),
  birthDate: stage === 'junior' ? '2010-05-01' : '2014-05-01',
});

/** Numbers and class lists of everybody. */
export function listWrites({ vault }: Tools, school: string, placed: readonly Placed[]): Write[] {
  const classes = Map.groupBy(placed, (one) => classOf(school, one));
  return [...classes].flatMap(([name, members]): Write[] => {
    const { district } = (members[0] as Placed).who;
    const lines = members.map(({ who, stage }) => {
      return { ...personalOf(who, stage), vid: who.person, pinyin: 'zhangxiaoming', initials: 'zxm' };
    });
    const claims = lines.map(({ vid, number }) => ({
      ...numberAt(district, vault, school, number),
      put: { v: version, vid },
    }));
    const directory = directoryRow(district, vault, { class: name, ver: 1, lines });
    return [...claims, { ...directoryAt(district, name), put: directory }, sizeWrite(district, name, lines.length)];
  });
}
