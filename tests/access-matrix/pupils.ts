/** The pupils of one place, with the first one's phone and guardian. */
import { strict as assert } from 'node:assert';
import { directoryAt, directoryRow, volunteerAt, volunteerRow } from '../../functions/volunteers/rows.ts';
import { serve } from '../rewards/served.ts';
import { earn } from '../rewards/shop.ts';
import type { District } from '../teams/school.ts';
import { activated, type Ground, type Land, pin } from './ground.ts';
import { newPerson } from './person.ts';
import { nextLogin } from './staff.ts';

const names = ['张小明', '李小云', '赵小雪', '孙小风', '周小雷', '吴小雨'];
let classes = 0;

/** Pupils of fifteen in a class of their own, with its list. */
export async function openClass({ world, id: district }: Land, school: string, count: number) {
  const { tools, now } = world;
  const className = `${school}-junior-2023-${++classes}`;
  const ids: string[] = [];
  const lines: { vid: string; name: string; number: string; birthDate: string; pinyin: string; initials: string }[] =
    [];
  for (let at = 0; at < count; at++) {
    const id = tools.newId(now);
    const number = `2023${String(classes * 10 + at).padStart(5, '0')}`;
    const personal = { name: names[at] ?? '郑小山', number, birthDate: '2010-10-01' };
    const person = { id, ver: 1, school, class: className, status: 'active', personal } as const;
    const row = volunteerRow(district, tools.vault, person);
    await tools.store.transact(`PUPIL#${id}`, [{ ...volunteerAt(district, id), put: row }]);
    ids.push(id);
    lines.push({ vid: id, ...personal, pinyin: 'x', initials: 'x' });
  }
  const row = directoryRow(district, tools.vault, { class: className, ver: 1, lines });
  await tools.store.transact(`CLASS#${className}`, [{ ...directoryAt(district, className), put: row }]);
  return { className, ids, numbers: lines.map(({ number }) => number) };
}

export async function openPupils({ land, school }: Ground) {
  const { world, admin } = land;
  const { className, ids, numbers } = await openClass(land, school, 6);
  const [pupil = '', twin = '', third = '', fourth = '', fifth = '', spare = ''] = ids;
  const cards = await admin.must('POST /api/classes/{class}/activation-codes', {
    params: { class: className },
    body: {},
  });
  const codeIn = (list: readonly { id: string; code: string }[], id: string) => {
    const code = list.find((card) => card.id === id)?.code;
    assert(code);
    return code;
  };
  const volunteer = await activated(world, codeIn(cards.items, pupil), { pin });
  const guardian = newPerson(world.transport);
  const { account: guardianAccount } = await guardian.client.must('POST /api/guardians', {
    body: { code: codeIn(cards.guardianCards, pupil), login: nextLogin('parent'), pin },
  });
  const district = { world, id: land.id } as District;
  await earn(district, pupil, 500);
  await serve(district, pupil, { hours: 200 });
  return {
    class: className,
    pupil,
    twin,
    third,
    fourth,
    fifth,
    spare,
    number: numbers[0] ?? '',
    volunteer,
    guardian,
    guardianAccount,
    pupilCode: codeIn(cards.items, twin),
    guardianCode: codeIn(cards.guardianCards, twin),
  };
}
