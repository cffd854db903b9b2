import { describe, expect, test } from 'vitest';
import { openingOf, openingsOf } from '../../functions/platform/audit/openings.ts';
import { readAll } from '../../functions/platform/store/read-all.ts';
import { addMember, hourMs } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import { acceptedOrder, openHelpers, orderAsk, signInAgain, signInAs } from './neighbourhood.ts';
import { eachWithHelpers, helpers, manySkills, town } from './town.ts';

eachWithHelpers(manySkills);

describe('GET /api/orders/{order}/contact', () => {
  test('door and phone are there from a day before until a day after, for who goes; every look is logged', async () => {
    const { world, id: district } = town.district;
    const start = Date.parse(orderAsk().from) + 48 * hourMs;
    const later = { from: new Date(start).toISOString(), to: new Date(start + hourMs).toISOString() };
    const { id: order } = await acceptedOrder(town, helpers, later);
    const params = { order };
    const ask = () => helpers.leader.ask('GET /api/orders/{order}/contact', { params });
    await expectRefusal(world, 'order_contact_hidden', ask);
    world.now = start - 24 * hourMs;
    await signInAgain(town, helpers);
    const [adult = ''] = helpers.adults;
    const volunteer = await signInAs(town, adult);
    const seen = await volunteer.must('GET /api/orders/{order}/contact', { params });
    expect(seen).toMatchObject({ name: '李奶奶', phone: '13800000000', address: '柳荫路 8 号 3 单元 201' });
    await helpers.leader.must('GET /api/orders/{order}/contact', { params });
    const looks = (await readAll(world.store, openingsOf(district, order))).map(openingOf);
    expect(looks.map(({ role }) => role).sort()).toEqual(['leader', 'volunteer']);
    expect(looks.map(({ route }) => route)).toEqual(Array(2).fill('GET /api/orders/{order}/contact'));
    world.now = start + hourMs + 24 * hourMs + 1;
    await helpers.signIn();
    await expectRefusal(world, 'order_contact_hidden', ask);
  });

  test('for other teams and other volunteers the order is not_found', async () => {
    const { world } = town.district;
    const { id: order } = await acceptedOrder(town, helpers);
    const other = await openHelpers(town);
    const stranger = await signInAs(town, await addMember(helpers, { birthDate: '1988-01-01' }));
    for (const client of [other.leader, stranger])
      await expectRefusal(world, 'not_found', () =>
        client.ask('GET /api/orders/{order}/contact', { params: { order } }),
      );
  });
});
