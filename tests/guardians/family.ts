/** A class with pupils of chosen ages, and guardians with a sign-in of their own. */
import { directoryAt, directoryRow, volunteerAt, volunteerRow } from '../../functions/volunteers/rows.ts';
import type { Client } from '../../scripts/local/client.ts';
import { type District, openDistrict } from '../teams/school.ts';

export const pin = '492715';
/** On the harness's school morning in March 2026. */
export const birthDateAt = {
  eight: '2017-10-01',
  eleven: '2014-10-01',
  fifteen: '2010-10-01',
  seventeen: '2008-03-04',
};

export interface Child {
  readonly id: string;
  readonly number: string;
}
export interface Family {
  readonly district: District;
  readonly className: string;
  readonly children: readonly Child[];
}
let families = 0;

/** @param birthDates one pupil of 一班 for each */
export async function openFamily(birthDates: readonly string[], known?: District): Promise<Family> {
  const district = known ?? (await openDistrict());
  const { world, id, east } = district;
  const className = `${east.unit}-junior-2023-${++families}`;
  const { tools, now } = world;
  const children = birthDates.map((birthDate, at) => ({
    id: tools.newId(now),
    number: `2023${String(families).padStart(3, '0')}${at}`,
    birthDate,
  }));
  const names = ['王小雨', '李小云', '赵小雪', '孙小风'];
  const personal = ({ number, birthDate }: (typeof children)[number], at: number) => ({
    name: names[at] ?? '周小雷',
    number,
    birthDate,
  });
  for (const [at, child] of children.entries()) {
    const person = { id: child.id, ver: 1, school: east.unit, class: className, status: 'active' } as const;
    const row = volunteerRow(id, tools.vault, { ...person, personal: personal(child, at) });
    await tools.store.transact(`PUPIL#${child.id}`, [{ ...volunteerAt(id, child.id), put: row }]);
  }
  const lines = children.map((child, at) => ({ ...personal(child, at), vid: child.id, pinyin: 'x', initials: 'x' }));
  const row = directoryRow(id, tools.vault, { class: className, ver: 1, lines });
  await tools.store.transact(`CLASS#${className}`, [{ ...directoryAt(id, className), put: row }]);
  return { district, className, children };
}

export const cardsOf = ({ district, className }: Family, volunteers?: string[]) =>
  district.administrator.must('POST /api/classes/{class}/activation-codes', {
    params: { class: className },
    body: { volunteers },
  });

let logins = 0;
/** A guardian of the child, signed in. */
export async function guardianOf(family: Family, child: Child, login = `parent-${++logins}`): Promise<Client> {
  const client = family.district.world.client();
  await client.must('POST /api/guardians', { body: { code: await guardianCode(family, child), login, pin } });
  return client;
}

export async function guardianCode(family: Family, child: Child): Promise<string> {
  const { guardianCards } = await cardsOf(family, [child.id]);
  return guardianCards[0]?.code ?? '';
}

/** The pupil, signed in: a card needs the consent first. */
export async function pupilOf(family: Family, child: Child): Promise<Client> {
  const { items } = await cardsOf(family, [child.id]);
  const client = family.district.world.client();
  await client.must('POST /api/activations', { body: { code: items[0]?.code ?? '', pin } });
  return client;
}

export const paper = ({ district, className }: Family, children: readonly Child[], signedOn = '2026-03-01') =>
  district.administrator.must('POST /api/classes/{class}/consents', {
    params: { class: className },
    body: { volunteers: children.map(({ id }) => id), textVersion: '2026-1', signedOn },
  });
