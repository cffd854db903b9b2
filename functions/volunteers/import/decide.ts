/** What a row of a roster means for the people who are already registered. Pure. */
import type { Personal, Volunteer } from '../rows.ts';
import type { PartRow } from './rows.ts';

export type Decision =
  | { readonly kind: 'new' }
  | { readonly kind: 'unchanged'; readonly before: Volunteer }
  | {
      readonly kind: 'changed';
      readonly before: Volunteer;
      readonly after: Volunteer;
      readonly columns: readonly string[];
    }
  | { readonly kind: 'conflict'; readonly column: string; readonly reason: string };

/** Where the row puts its person, and the blind index of its national number. */
export interface Destination {
  readonly school: string;
  readonly class: string;
  readonly national?: string;
}
/** Who holds the row's numbers now. */
export interface Holders {
  readonly byNumber?: Volunteer;
  readonly byNational?: Volunteer;
}

/** The national number is matched first; a student number under another name and another birth date is someone else. */
export function decide(row: PartRow, to: Destination, { byNumber, byNational }: Holders): Decision {
  const before = byNational ?? byNumber;
  if (!before) return { kind: 'new' };
  const column = byNational ? '学籍号' : '学号';
  if (byNational && byNumber && byNational.id !== byNumber.id) {
    return { kind: 'conflict', column: '学籍号、学号', reason: '学籍号和学号属于两名不同的学生，请核对' };
  }
  if (before.status === 'merged') {
    return { kind: 'conflict', column, reason: `这个${column}的登记已并入同一人的另一份登记，请改用那一份的学号` };
  }
  if (before.school !== to.school) {
    return { kind: 'conflict', column, reason: '这名学生登记在另一所学校，请先办理转学' };
  }
  if (before.personal.name !== row.name && before.personal.birthDate !== row.birthDate) {
    return { kind: 'conflict', column, reason: `这个${column}已属于另一名学生（姓名和出生日期都不同），请核对` };
  }
  const after = merge(before, row, to);
  const columns = changedColumns(before, after);
  return columns.length === 0 ? { kind: 'unchanged', before } : { kind: 'changed', before, after, columns };
}

/** The person a new row registers. */
export const register = (id: string, row: PartRow, to: Destination): Volunteer => ({
  id,
  ver: 0,
  school: to.school,
  class: to.class,
  status: 'active',
  personal: personalOf(row),
  ...nationalOf(row, to),
});

/** An empty cell takes nothing away. */
function merge(before: Volunteer, row: PartRow, to: Destination): Volunteer {
  const given = Object.entries(personalOf(row)).filter(([, value]) => value !== undefined);
  return {
    ...before,
    status: 'active',
    class: to.class,
    personal: { ...before.personal, ...Object.fromEntries(given) },
    ...nationalOf(row, to),
  };
}

const personalOf = ({ name, number, birthDate, gender, guardian, phone }: PartRow): Personal => ({
  name,
  number,
  birthDate,
  gender,
  guardian,
  phone,
});

function nationalOf({ nationalNumber }: PartRow, { national }: Destination) {
  return nationalNumber === undefined ? {} : { national, last4: nationalNumber.slice(-4) };
}

const columnNames: Readonly<Record<keyof Personal, string>> = {
  name: '姓名',
  number: '学号',
  gender: '性别',
  birthDate: '出生日期',
  guardian: '监护人',
  phone: '监护人电话',
};

function changedColumns(before: Volunteer, after: Volunteer): string[] {
  const personal = (Object.keys(columnNames) as (keyof Personal)[])
    .filter((field) => before.personal[field] !== after.personal[field])
    .map((field) => columnNames[field]);
  return [
    ...personal,
    ...(before.class === after.class ? [] : ['班级']),
    ...(before.status === after.status ? [] : ['在校']),
    ...(before.national === after.national ? [] : ['学籍号']),
  ];
}
