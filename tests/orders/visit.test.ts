import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../shared/problems.ts';
import { principal, stricter } from '../district/stricter.ts';
import { schoolMorning } from '../harness.ts';
import { addMember, addPupil, hourMs } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import { accept, acceptedOrder, assign, openHelpers, pass, place, signInAs, visit } from './neighbourhood.ts';
import { eachWithHelpers, helpers, manySkills, town } from './town.ts';

eachWithHelpers(manySkills);
const sixteen = { birthDate: '2009-06-01', consented: true };
const fifteen = { birthDate: '2010-06-01', consented: true };

describe('who goes', () => {
  async function accepted(kind = 'haircut') {
    const { id } = await place(town, { kind });
    await pass(town, id);
    await accept(helpers, id);
    return id;
  }
  const tryTo = (order: string, volunteers: string[], insurance?: string) => () =>
    helpers.leader.ask('PUT /api/orders/{order}/members', { params: { order }, body: { volunteers, insurance } });

  test('§6.1 age: a minor never visits a home alone: 16 and 17 go with an adult, younger ones never', async () => {
    const { world } = town.district;
    const order = await accepted();
    const [older, younger] = [await addMember(helpers, sixteen), await addMember(helpers, fifteen)];
    const [adult = ''] = helpers.adults;
    await expectRefusal(world, 'home_visit_minor', tryTo(order, [older]));
    await expectRefusal(world, 'home_visit_minor', tryTo(order, [adult, younger]));
    expect((await tryTo(order, [adult, older])()).body).toMatchObject({ members: [adult, older] });
    const tutoring = await accepted('tutoring');
    expect((await tryTo(tutoring, [younger])()).body).toMatchObject({ members: [younger] });
  });

  test('a school’s team is as old as the school wants it, another school’s as the district does', async () => {
    const { district } = town;
    const order = await accepted();
    const older = await addMember(helpers, sixteen);
    const go = tryTo(order, [helpers.adults[0] ?? '', older]);
    await stricter(await principal(district, district.west), district.west, 'home_visit_age_accompanied', 18);
    expect((await go()).ok).toBe(true);
    await stricter(await principal(district), district.east, 'home_visit_age_accompanied', 17);
    await expectRefusal(district.world, 'home_visit_minor', go);
  });

  test('only members with a consent go, and with risk only insured adults', async () => {
    const { world } = town.district;
    const order = await accepted('repair');
    const stranger = await addPupil(town.district, { birthDate: '1990-05-01' });
    const child = await addMember(helpers, { birthDate: '2014-05-01' });
    const [adult = ''] = helpers.adults;
    const older = await addMember(helpers, sixteen);
    const cases: [string[], ProblemCode][] = [
      [[adult, stranger], 'person_not_eligible'],
      [[adult, child], 'consent_missing'],
      [[adult, older], 'too_young_for_risk'],
      [[adult], 'insurance_missing'],
    ];
    for (const [volunteers, code] of cases) await expectRefusal(world, code, tryTo(order, volunteers));
    expect((await tryTo(order, [adult], 'PICC-2026-1')()).ok).toBe(true);
  });

  test('GET /api/me/visits shows an adult the visit, without door and phone, until somebody else goes', async () => {
    const order = await accepted();
    const [adult = ''] = helpers.adults;
    const volunteer = await signInAs(town, adult);
    await tryTo(order, [adult])();
    const { items } = await volunteer.must('GET /api/me/visits', {});
    expect(items).toMatchObject([{ id: order, title: '上门理发', need: '想剪短一点' }]);
    expect(JSON.stringify(items)).not.toMatch(/柳荫路|138[0*]{4}/);
    await tryTo(order, [await addMember(helpers, { birthDate: '1988-01-01' })])();
    expect((await volunteer.must('GET /api/me/visits', {})).items).toEqual([]);
    const ask = () => volunteer.ask('GET /api/me/visits', { query: { cursor: 'made.up' } });
    await expectRefusal(town.district.world, 'cursor_invalid', ask);
  });

  test('PUT /api/orders/{order}/members: not before it is accepted, and another team’s is not_found', async () => {
    const { world } = town.district;
    const { id: order } = await place(town);
    await pass(town, order);
    const [adult = ''] = helpers.adults;
    await expectRefusal(world, 'not_found', tryTo(order, [adult]));
    await accept(helpers, order);
    const other = await openHelpers(town);
    const foreign = () =>
      other.leader.ask('PUT /api/orders/{order}/members', { params: { order }, body: { volunteers: [adult] } });
    await expectRefusal(world, 'not_found', foreign);
  });
});

describe('the visit', () => {
  test('starts and ends by the server’s time, and becomes a shift whose records go the way of all others', async () => {
    const { id } = await place(town, { risk: '3单元201有狗' });
    const body = { decision: 'pass', risk: '有狗' } as const;
    await town.desk.must('POST /api/orders/{order}/triage', { params: { order: id }, body });
    await accept(helpers, id);
    await assign(helpers, id);
    const done = await visit(town, helpers, id);
    expect(done).toMatchObject({ state: 'done', title: '上门理发' });
    const { shift, records } = await helpers.leader.must('GET /api/shifts/{shift}', {
      params: { shift: done.shift ?? '' },
    });
    const said = { content: '剪发、修面', risk: '有狗' };
    expect(shift).toMatchObject({ name: '上门理发', place: '柳荫社区', category: 'care', ...said });
    expect(JSON.stringify(shift)).not.toMatch(/柳荫路|李奶奶|138[0*]{4}|单元/);
    expect(records).toMatchObject([{ volunteer: helpers.adults[0], state: 'recorded', minutes: 60, grade: 'C' }]);
    await helpers.leader.must('POST /api/shifts/{shift}/confirmation', { params: { shift: shift.id }, body: {} });
    const approved = await helpers.approver.must('POST /api/shifts/{shift}/approval', {
      params: { shift: shift.id },
      body: {},
    });
    expect(approved.items.map(({ outcome }) => outcome)).toEqual(['done']);
    expect((await helpers.leader.must('GET /api/team-orders', {})).lately.map((order) => order.id)).toEqual([id]);
  });

  test('the resident sees every step with its time, and never who came', async () => {
    const { id } = await acceptedOrder(town, helpers);
    await visit(town, helpers, id);
    const { items } = await town.resident.must('GET /api/me/orders', {});
    expect(items[0]?.steps.map(({ state }) => state)).toEqual(['placed', 'offered', 'accepted', 'serving', 'done']);
    expect(items[0]).toMatchObject({ teamName: '青荷队', mayRate: true, mayCancel: false });
    expect(JSON.stringify(items)).not.toMatch(/王大明/);
  });

  test('POST /api/orders/{order}/finish: what was done names neither whom nor where', async () => {
    const { world } = town.district;
    const { id: order } = await acceptedOrder(town, helpers);
    world.now = schoolMorning + 24 * hourMs;
    await helpers.signIn();
    await helpers.leader.must('POST /api/orders/{order}/start', { params: { order }, body: {} });
    const finish = (did: string) => () =>
      helpers.leader.ask('POST /api/orders/{order}/finish', { params: { order }, body: { did } });
    await expectRefusal(world, 'order_reveals', finish('给李奶奶剪发'));
    await expectRefusal(world, 'order_reveals', finish('在 201 剪发'));
    expect((await finish('剪发')()).ok).toBe(true);
  });

  test('POST /api/orders/{order}/start needs people and the time agreed on', async () => {
    const { world } = town.district;
    const { id: order } = await place(town);
    await pass(town, order);
    await accept(helpers, order);
    const start = () => helpers.leader.ask('POST /api/orders/{order}/start', { params: { order }, body: {} });
    await expectRefusal(world, 'members_missing', start);
    await assign(helpers, order);
    await expectRefusal(world, 'order_too_early', start);
    world.now = schoolMorning + 23.5 * hourMs;
    await helpers.signIn();
    expect((await start()).ok).toBe(true);
    await expectRefusal(world, 'order_not_open', start);
  });

  test.each(['POST /api/orders/{order}/start', 'POST /api/orders/{order}/hand-back'] as const)(
    '%s and POST /api/orders/{order}/finish: another team’s order is not_found',
    async (route) => {
      const { world } = town.district;
      const { id: order } = await acceptedOrder(town, helpers);
      const other = await openHelpers(town);
      const body = { reason: '人手不够' };
      await expectRefusal(world, 'not_found', () => other.leader.ask(route, { params: { order }, body }));
      const finish =
        (client = other.leader) =>
        () =>
          client.ask('POST /api/orders/{order}/finish', { params: { order }, body: { did: '剪发' } });
      await expectRefusal(world, 'not_found', finish());
      await expectRefusal(world, 'order_not_open', finish(helpers.leader));
    },
  );
});
