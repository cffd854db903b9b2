/** Teachers who redeem for pupils: the youngest, and those without a phone. */
import { describe, expect, test } from 'vitest';
import { readEntries } from '../../functions/ledger/index.ts';
import { volunteerAt, volunteerOf, volunteerRow } from '../../functions/volunteers/rows.ts';
import type { Client } from '../../scripts/local/client.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import { appoint, appointLeader, enrol, expectRefusal } from '../teams/school.ts';
import { found, join } from '../teams/team-actions.ts';
import { setRule } from './served.ts';
import { addItem, asking, earn, openShop, price, type Shop, stockLeft, welcomeWith } from './shop.ts';

const route = 'POST /api/volunteers/{volunteer}/redemptions';
const listRoute = 'GET /api/volunteers/{volunteer}/redemptions';

interface Classroom extends Shop {
  /** A pupil without an account, and the leader of the team the pupil is in. */
  readonly pupil: string;
  readonly teacher: Client;
}
async function openClassroom(points = 100): Promise<Classroom> {
  const shop = await openShop(5);
  const { id: team } = await found(shop, shop.east);
  const { id: pupil } = await enrol(shop, shop.east, { stage: 'primary' });
  await join(shop.administrator, team, pupil);
  if (points > 0) await earn(shop, pupil, points);
  return { ...shop, pupil, teacher: await appointLeader(shop, team) };
}
const forPupil = (shop: Shop, volunteer: string, change: Parameters<typeof asking>[1] = {}) => ({
  params: { volunteer },
  ...asking(shop, change),
});

async function rewrite({ world, id: district }: Shop, vid: string, change: 'aged seven' | 'without consent') {
  const at = volunteerAt(district, vid);
  const [item] = await world.store.get([at]);
  const person = volunteerOf(district, world.tools.vault, vid, item);
  if (!person) throw new Error('Nobody there');
  const birthDate = change === 'aged seven' ? '2018-09-10' : '2015-09-10';
  const consent = { method: 'paper', textVersion: '1', signedOn: '2026-02-20', at: world.now, by: vid } as const;
  const { consent: _, ...bare } = person;
  const next = { ...bare, personal: { ...person.personal, birthDate }, ...(change === 'aged seven' && { consent }) };
  await world.store.transact(`BORN#${vid}`, [{ ...at, put: volunteerRow(district, world.tools.vault, next) }]);
}

describe('redeeming for a pupil', () => {
  test('pupils under eight redeem only by a guardian or a teacher', async () => {
    const classroom = await openClassroom();
    const { world, teacher } = classroom;
    const child = await welcomeWith(classroom, 100);
    await rewrite(classroom, child.id, 'aged seven');
    await expectRefusal(world, 'too_young_alone', () => child.client.ask('POST /api/redemptions', asking(classroom)));
    await rewrite(classroom, classroom.pupil, 'aged seven');
    const { code } = await teacher.must(route, forPupil(classroom, classroom.pupil));
    expect(code).toMatch(/^\d{8}$/);
  });

  test('the pupil pays, the teacher gets the code, and the entry names who ordered', async () => {
    const classroom = await openClassroom();
    const { world, id, pupil, teacher } = classroom;
    const redemption = await teacher.must(route, forPupil(classroom, pupil));
    expect(await teacher.must(listRoute, { params: { volunteer: pupil } })).toEqual({
      items: [redemption],
      points: 100 - price,
    });
    expect(await stockLeft(classroom)).toMatchObject({ quantity: 4, sold: 1 });
    const { account } = await teacher.must('GET /api/session', {});
    expect((await readEntries(world.tools, id, pupil))[0]).toMatchObject({ kind: 'redeem', by: account });
    const handOver = { params: { code: redemption.code ?? '' }, body: { redemption: redemption.id } };
    await classroom.desk.must('POST /api/pick-ups/{code}/hand-over', handOver);
  });

  test('the same key orders once', async () => {
    const classroom = await openClassroom();
    const asked = { ...forPupil(classroom, classroom.pupil), key: crypto.randomUUID() };
    const both = await Promise.all([1, 2].map(() => classroom.teacher.ask(route, asked)));
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(await stockLeft(classroom)).toMatchObject({ quantity: 4, sold: 1 });
  });

  test('is for the leaders of the pupil’s team and the school’s own administrators, nobody else', async () => {
    const classroom = await openClassroom();
    const { world, pupil, east, west } = classroom;
    const { id: otherTeam } = await found(classroom, east, '护绿队');
    const others = [await appointLeader(classroom, otherTeam), await appoint(classroom, 'unit_admin', west.unit)];
    for (const other of others) {
      await expectRefusal(world, 'not_found', () => other.ask(route, forPupil(classroom, pupil)));
      await expectRefusal(world, 'not_found', () => other.ask(listRoute, { params: { volunteer: pupil } }));
    }
    const school = await appoint(classroom, 'unit_admin', east.unit);
    expect((await school.ask(route, forPupil(classroom, pupil))).status).toBe(201);
    const crafted = { params: { volunteer: pupil }, query: { cursor: 'x' } };
    await expectRefusal(world, 'cursor_invalid', () => school.ask(listRoute, crafted));
  });

  test('is refused for all the reasons a pupil’s own redeeming is', async () => {
    const classroom = await openClassroom();
    const { world, administrator, pupil, teacher, item } = classroom;
    const refused = (code: ProblemCode, asked = forPupil(classroom, pupil)) =>
      expectRefusal(world, code, () => teacher.ask(route, asked));
    await refused('price_changed', forPupil(classroom, pupil, { price: price - 1 }));
    await refused('sold_out', forPupil(classroom, pupil, { item: await addItem(administrator, classroom.id, '书签') }));
    const service = {
      body: { unit: classroom.id, name: '理发', partner: '便民店', place: '一楼', validUntil: '2026-03-31', price: 0 },
    };
    const { id: haircut } = await administrator.must('POST /api/service-items', service);
    const times = { from: '2026-03-02T10:05:00+08:00', to: '2026-03-02T11:00:00+08:00' };
    const slot = { params: { item: haircut }, body: { desk: classroom.east.desk, ...times, quota: 1 } };
    const { id: slotId } = await administrator.must('POST /api/items/{item}/slots', slot);
    world.now += 6 * 60_000;
    await teacher.must('GET /api/session', {});
    const late = {
      params: { volunteer: pupil },
      body: { item: haircut, desk: classroom.east.desk, price: 0, slot: slotId },
    };
    await refused('slot_over', late);
    await administrator.must('PUT /api/items/{item}', { params: { item }, body: { price, open: true, starMin: 1 } });
    await refused('item_not_for_you');
    await administrator.must('PUT /api/items/{item}', { params: { item }, body: { price, open: true } });
    await setRule(administrator, 'open_redemptions_max', 1);
    await teacher.must(route, forPupil(classroom, pupil));
    await refused('limit_reached');
    await administrator.must('PUT /api/items/{item}', { params: { item }, body: { price, open: false } });
    await refused('reward_closed');
  });

  test('needs points, no debt and the guardian’s consent', async () => {
    const classroom = await openClassroom(0);
    const { world, id: district, pupil, teacher } = classroom;
    const refused = (code: ProblemCode) =>
      expectRefusal(world, code, () => teacher.ask(route, forPupil(classroom, pupil)));
    await refused('balance_too_low');
    await earn(classroom, pupil, 50);
    const { balanceAt } = await import('../../functions/ledger/index.ts');
    await world.store.transact('debt', [{ ...balanceAt(district, pupil), update: { set: { debt: 5 } } }]);
    await refused('debt_open');
    await rewrite(classroom, pupil, 'without consent');
    await refused('not_found');
    const school = await appoint(classroom, 'unit_admin', classroom.east.unit);
    const asked = () => school.ask(route, forPupil(classroom, pupil));
    await expectRefusal(world, 'consent_missing', asked);
  });
});
